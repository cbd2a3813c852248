import java.io.File;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;

/**
 * Judges PDFs by the rules of PDF/A and PDF/UA: FLAVOUR FILE..., a flavour being ua1, 2a, 3a and so on.
 *
 * <p>Prints PASS or FAIL and the file, then a line for each rule that is broken, indented by a tab. Exit
 * status: 0 all files pass, 1 some fail, 2 a file or flavour cannot be judged.
 */
public class Vera {
  public static void main(String[] args) {
    try {
      VeraGreenfieldFoundryProvider.initialise();
      PDFAFlavour flavour = PDFAFlavour.fromString(args[0]);
      ValidationProfile profile = profile(args[0]);
      boolean allPass = true;
      for (int i = 1; i < args.length; i++) allPass &= judge(new File(args[i]), flavour, profile);
      System.exit(allPass ? 0 : 1);
    } catch (Exception e) {
      System.err.println("veraPDF: " + e.getMessage() + (e.getCause() == null ? "" : ": " + e.getCause().getMessage()));
      System.exit(2);
    }
  }

  static ValidationProfile profile(String flavour) throws Exception {
    String name = flavour.startsWith("ua") ? "PDFUA-" + flavour.substring(2) : "PDFA-" + flavour.toUpperCase();
    try (InputStream xml = PDFAFlavour.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name + ".xml")) {
      if (xml == null) throw new IllegalArgumentException("no rules for the flavour " + flavour);
      return Profiles.profileFromXml(xml);
    }
  }

  static boolean judge(File file, PDFAFlavour flavour, ValidationProfile profile) throws Exception {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour)) {
      ValidationResult result = ValidatorFactory.createValidator(profile, false).validate(parser);
      System.out.println((result.isCompliant() ? "PASS " : "FAIL ") + file);
      Map<String, Integer> broken = new TreeMap<>();
      for (TestAssertion assertion : result.getTestAssertions())
        if (assertion.getStatus() == TestAssertion.Status.FAILED)
          broken.merge(
              assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber() + ": "
                  + assertion.getMessage().replaceAll("\\s+", " "),
              1, Integer::sum);
      broken.forEach((rule, times) -> System.out.println("\t" + rule + " (" + times + "x)"));
      return result.isCompliant();
    } catch (Exception e) {
      throw new Exception("cannot judge " + file, e);
    }
  }
}
