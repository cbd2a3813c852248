"""Given names that are common in one language or another: weak evidence that a name of several words is a person's.

A general list, not made from any article; a person whose given name is not here is found by other evidence.
"""

from __future__ import annotations

GIVEN_NAMES = frozenset(
    # English, Irish, Scottish and Welsh
    "aaron abigail abraham adam adrian agnes alan albert alexander alfred alice allan allen amanda amy andrew angela "
    "ann anna anne anthony archibald arthur barbara barry benedict benjamin bernard bertram betty bill bob brendan "
    "brian bruce carl caroline catherine cecil charles charlotte christine christopher clara clarence claude clement "
    "clifford colin cyril daniel david deborah denis dennis diana donald dorothy douglas duncan dwight edgar edith "
    "edmund edward edwin eleanor elizabeth ellen emily emma eric ernest eugene eva evelyn felix ferdinand florence "
    "frances francis frank franklin fred frederick gareth gary geoffrey george gerald gilbert gordon graham grace "
    "gregory guy hannah harold harry harriet hector helen henry herbert hilary horace horatio howard hubert hugh "
    "humphrey ian ida irene isaac isabel isabella jack jacob james jane janet jason jean jeffrey jennifer jeremy "
    "jerome jessica jim joan john jonathan joseph josephine joshua judith julia julian julius karen katharine "
    "katherine keith kenneth kevin lancelot laura laurence lawrence leo leonard leslie lewis lionel louis louisa "
    "louise lucy luke malcolm margaret maria marianne marie marion mark martha martin mary matthew maurice max "
    "michael mildred miles molly montague nancy nathan nathaniel neil nicholas nigel noel norman oliver oscar owen "
    "pamela patricia patrick paul peggy peter philip phillip rachel ralph randolph raymond rebecca reginald richard "
    "robert robin roger roland ronald rosa rose roy rufus rupert russell ruth samuel sandra sarah sean sidney simon "
    "sophia stanley stephen steven stewart stuart susan sydney terence theodore theresa thomas timothy tobias tom tony "
    "ulysses vera vernon vincent violet virginia vivian walter warren wilfred william winifred winston zachary "
    # German, Dutch and Scandinavian
    "adolf albrecht alfons anders andreas anton arne arnold arvid august axel berthold birger bjorn bjørn björn "
    "carsten "
    "christian claus dieter dietrich eberhard egon ekkehard emil erich erik erika erling erna ernst erwin ewald franz "
    "friedrich fritz gebhard georg gerd gerhard gottfried gunnar gunther gustaf gustav günter günther haakon hans "
    "harald hartmut heinrich heinz helga helmut helmuth hendrik henning henrik hermann holger horst ingrid jan jens "
    "joachim johan johann johannes jörg josef jürgen karl karsten kaspar klaus knut konrad kurt lars leif leopold "
    "lothar ludwig lutz magnus manfred margarethe martina matthias moritz nils olaf olav ole otto pieter rainer "
    "reinhard reinhold rolf rudolf ruprecht siegfried sigurd sven theodor torsten uwe volker walther werner wilhelm "
    "willem willi willy wolfgang yehuda wolfram "
    # French, Italian, Spanish and Portuguese
    "adrien alain alberto aldo alejandro alessandro alexandre alphonse amadeo amedeo ana andré angelo antoine antonio "
    "antónio armand armando arturo auguste augusto baptiste benito bernardo bruno camille carlo carlos catalina cesare "
    "charles-henri claudio cristóbal damien diego dino domenico edgard edmond eduardo emilio emmanuel enrico enrique "
    "ernesto esteban eugenio fabrizio federico felipe ferdinando fernand fernando filippo francesco francisco françois "
    "françoise frédéric gabriel gaston georges germaine giacomo gilles gino giorgio giovanni giuseppe guglielmo "
    "guido guillaume gustave henri honoré hugo ignacio italo jacques javier jaime jean-baptiste jean-claude "
    "jean-françois jean-jacques jean-louis jean-marie jean-paul jean-pierre jean-christophe joão joaquín jorge josé "
    "juan jules julien julio justine laurent leonardo léon lorenzo louis-philippe luc luca lucien luigi luis manuel "
    "marc marcel marcello marco mario marguerite mathieu maurizio maxime michel michele miguel nicolas nicola olivier "
    "pablo paolo pascal pedro philippe pier pierre pietro rafael raimundo ramón raoul raul raúl rené renée ricardo "
    "roberto rodolfo rodrigo salvador salvatore santiago sebastián sergio silvio simone stefano thierry umberto "
    "valentin valéry victor vincenzo vitorio vittorio xavier yves édouard émile étienne "
    # Slavic, Baltic and Hungarian
    "aleksandar aleksander aleksandr aleksei aleksey alexei anatoly andrei andrej andrzej antanas antoni bogdan boris "
    "bronisław czesław dmitri dmitry dušan edvard ferenc feodor franciszek fyodor gavrilo gavril georgi georgy "
    "gheorghe "
    "grigory györgy henryk igor imre ion ioan istván ivan ivo jacek jakub janusz jaroslav jarosław jerzy josip józef "
    "jozef kazimierz konstantin konstanty krzysztof lajos lavrentiy lech leon leonid lev ljubomir lászló maksim marek "
    "mikael mikhail mikhael mikołaj miklós milan milos miloš mirosław nadezhda nikita nikola nikolai nikolay oleg "
    "olga oleksandr oleksiy pavel pavle petar petr petro piotr radovan roman rostislav sándor semyon sergei sergey "
    "slobodan stanislav stanisław stefan svetlana tadeusz tomasz tomáš valentina vasily vasyl vera viktor vitaly "
    "vladimir vladislav vladko volodymyr vyacheslav vytautas wacław witold władysław wojciech yakov yegor yevgeny "
    "yulia "
    "yuri zbigniew zdzisław zoltán "
    # Greek, Turkish, Arabic, Persian and Hebrew
    "abd abdul abdullah abdulaziz ahmad ahmed akbar ali amin amir anwar ariel arslan avraham bashar bülent david "
    "demetrios eleftherios enver esther fatima faisal farouk gamal georgios habib hafez hamid hasan hassan hosni "
    "hussein ibrahim ioannis ismail ismet jamal kamal kemal khalid konstantinos leila mahmoud mehmed mehmet menachem "
    "mohamed mohammad mohammed moshe muammar muhammad murad mustafa nasser omar osman rashid reza saddam said saleh "
    "salman samir selim suleiman tariq theodoros turgut yasser yitzhak yusuf zaki "
    # South and East Asia, Africa
    "akira aung chandra deng haile hideki hirohito hiroshi indira isoroku jawaharlal jomo kaoru kenji kiichi kwame "
    "lal mahatma mao masao minoru mohandas nelson patrice rabindranath rajiv sanjay shigeru subhas sukarno takeo "
    "tomoyuki yoshio yukio".split()
)
