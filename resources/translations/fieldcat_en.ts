<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_GB">
<context>
    <name>Carrying</name>
    <message numerus="yes">
        <source>%Ln pictures had no room in it: save the sessions that show them as files, too.</source>
        <translation>
            <numerusform>%Ln picture had no room in it: save the session that shows it as a file, too.</numerusform>
            <numerusform>%Ln pictures had no room in it: save the sessions that show them as files, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes had other words on each computer: both are kept.</source>
        <translation>
            <numerusform>%Ln note had other words on each computer: both are kept.</numerusform>
            <numerusform>%Ln notes had other words on each computer: both are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions were changed on each computer: both are kept.</source>
        <translation>
            <numerusform>%Ln session was changed on each computer: both are kept.</numerusform>
            <numerusform>%Ln sessions were changed on each computer: both are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln folders</source>
        <translation>
            <numerusform>%Ln folder</numerusform>
            <numerusform>%Ln folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln read entries</source>
        <translation>
            <numerusform>%Ln read entry</numerusform>
            <numerusform>%Ln read entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln saved searches</source>
        <translation>
            <numerusform>%Ln saved search</numerusform>
            <numerusform>%Ln saved searches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions</source>
        <translation>
            <numerusform>%Ln session</numerusform>
            <numerusform>%Ln sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions held</source>
        <translation>
            <numerusform>%Ln session held</numerusform>
            <numerusform>%Ln sessions held</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln corrections</source>
        <translation>
            <numerusform>%Ln correction</numerusform>
            <numerusform>%Ln corrections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures</source>
        <translation>
            <numerusform>%Ln picture</numerusform>
            <numerusform>%Ln pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message numerus="yes">
        <source>%n more filter(s)</source>
        <translation>
            <numerusform>%n more filter</numerusform>
            <numerusform>%n more filters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message numerus="yes">
        <source>With my notes (%n)</source>
        <translation>
            <numerusform>With my note (%n)</numerusform>
            <numerusform>With my notes (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sensitive part(s) of this entry are folded and will be left out. To have them printed, open them in the text first.</source>
        <translation>
            <numerusform>%n sensitive part of this entry is folded and will be left out. To have it printed, open it in the text first.</numerusform>
            <numerusform>%n sensitive parts of this entry are folded and will be left out. To have them printed, open them in the text first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountLine</name>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n countries</source>
        <translation>
            <numerusform>%n country</numerusform>
            <numerusform>%n countries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n partner(s)</source>
        <translation>
            <numerusform>and %n partner</numerusform>
            <numerusform>and %n partners</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bookmark(s)</source>
        <translation>
            <numerusform>%n bookmark</numerusform>
            <numerusform>%n bookmarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s)</source>
        <translation>
            <numerusform>%n folder</numerusform>
            <numerusform>%n folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved searches</source>
        <translation>
            <numerusform>%n saved search</numerusform>
            <numerusform>%n saved searches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minutes</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln steps</source>
        <translation>
            <numerusform>%Ln step</numerusform>
            <numerusform>%Ln steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minutes too long</source>
        <translation>
            <numerusform>%Ln minute too long</numerusform>
            <numerusform>%Ln minutes too long</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minutes in hand</source>
        <translation>
            <numerusform>%Ln minute in hand</numerusform>
            <numerusform>%Ln minutes in hand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln help services</source>
        <translation>
            <numerusform>%Ln help service</numerusform>
            <numerusform>%Ln help services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions</source>
        <translation>
            <numerusform>%Ln session</numerusform>
            <numerusform>%Ln sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions not counted</source>
        <translation>
            <numerusform>%Ln session not counted</numerusform>
            <numerusform>%Ln sessions not counted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries that it shows are not in the casebook here:</source>
        <translation>
            <numerusform>%Ln entry that it shows is not in the casebook here:</numerusform>
            <numerusform>%Ln entries that it shows are not in the casebook here:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountryRows</name>
    <message numerus="yes">
        <source>%Ln help services</source>
        <translation>
            <numerusform>%Ln help service</numerusform>
            <numerusform>%Ln help services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportChoices</name>
    <message numerus="yes">
        <source>The %Ln entries that have all of your words</source>
        <translation>
            <numerusform>The %Ln entry that has all of your words</numerusform>
            <numerusform>The %Ln entries that have all of your words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln entries in the list</source>
        <translation>
            <numerusform>The %Ln entry in the list</numerusform>
            <numerusform>The %Ln entries in the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the list have only some of your words and are left out.</source>
        <translation>
            <numerusform>%Ln in the list has only some of your words and is left out.</numerusform>
            <numerusform>%Ln in the list have only some of your words and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message numerus="yes">
        <source>%Ln entries were written to “%1”.</source>
        <translation>
            <numerusform>%Ln entry was written to “%1”.</numerusform>
            <numerusform>%Ln entries were written to “%1”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FacetModel</name>
    <message numerus="yes">
        <source>Show all %Ln</source>
        <translation>
            <numerusform>Show all %Ln</numerusform>
            <numerusform>Show all %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message numerus="yes">
        <source>Show %Ln entries</source>
        <translation>
            <numerusform>Show %Ln entry</numerusform>
            <numerusform>Show %Ln entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message numerus="yes">
        <source>%Ln entries are no longer kept.</source>
        <translation>
            <numerusform>%Ln entry is no longer kept.</numerusform>
            <numerusform>%Ln entries are no longer kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries are kept again.</source>
        <translation>
            <numerusform>%Ln entry is kept again.</numerusform>
            <numerusform>%Ln entries are kept again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NothingFoundView</name>
    <message numerus="yes">
        <source>It may be the spelling, and the %n filter(s) leave little to search in.</source>
        <translation>
            <numerusform>It may be the spelling, and the filter leaves little to search in.</numerusform>
            <numerusform>It may be the spelling, and the %n filters leave little to search in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n filter(s) leave little to search in.</source>
        <translation>
            <numerusform>The filter leaves little to search in.</numerusform>
            <numerusform>The %n filters leave little to search in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries once all filters are off</source>
        <translation>
            <numerusform>%Ln entry once all filters are off</numerusform>
            <numerusform>%Ln entries once all filters are off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries with your filters</source>
        <translation>
            <numerusform>%Ln entry with your filters</numerusform>
            <numerusform>%Ln entries with your filters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries once the filters are off; none with them on</source>
        <translation>
            <numerusform>%Ln entry once the filters are off; none with them on</numerusform>
            <numerusform>%Ln entries once the filters are off; none with them on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show these %Ln</source>
        <translation>
            <numerusform>Show this one</numerusform>
            <numerusform>Show these %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries without it</source>
        <translation>
            <numerusform>%Ln entry without it</numerusform>
            <numerusform>%Ln entries without it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln</source>
        <translation>
            <numerusform>Show %Ln</numerusform>
            <numerusform>Show %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln entries without the filter %1</source>
        <translation>
            <numerusform>Show %Ln entry without the filter %1</numerusform>
            <numerusform>Show %Ln entries without the filter %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %Ln help services in %1.</source>
        <translation>
            <numerusform>There is %Ln help service in %1.</numerusform>
            <numerusform>There are %Ln help services in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnThings</name>
    <message numerus="yes">
        <source>%Ln entries moved to “%1”.</source>
        <translation>
            <numerusform>%Ln entry moved to “%1”.</numerusform>
            <numerusform>%Ln entries moved to “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries taken out of their folder.</source>
        <translation>
            <numerusform>%Ln entry taken out of its folder.</numerusform>
            <numerusform>%Ln entries taken out of their folder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries are back where they were.</source>
        <translation>
            <numerusform>%Ln entry is back where it was.</numerusform>
            <numerusform>%Ln entries are back where they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes deleted.</source>
        <translation>
            <numerusform>%Ln note deleted.</numerusform>
            <numerusform>%Ln notes deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes are back.</source>
        <translation>
            <numerusform>%Ln note is back.</numerusform>
            <numerusform>%Ln notes are back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries taken from what you read.</source>
        <translation>
            <numerusform>%Ln entry taken from what you read.</numerusform>
            <numerusform>%Ln entries taken from what you read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries are back among what you read.</source>
        <translation>
            <numerusform>%Ln entry is back among what you read.</numerusform>
            <numerusform>%Ln entries are back among what you read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln saved searches removed.</source>
        <translation>
            <numerusform>%Ln saved search removed.</numerusform>
            <numerusform>%Ln saved searches removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln saved searches are back.</source>
        <translation>
            <numerusform>%Ln saved search is back.</numerusform>
            <numerusform>%Ln saved searches are back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Press</name>
    <message numerus="yes">
        <source>Saved as “%1” in the folder “%2”: %n page(s).</source>
        <translation>
            <numerusform>Saved as “%1” in the folder “%2”: %n page.</numerusform>
            <numerusform>Saved as “%1” in the folder “%2”: %n pages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) went to the printer.</source>
        <translation>
            <numerusform>%n page went to the printer.</numerusform>
            <numerusform>%n pages went to the printer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewBar</name>
    <message numerus="yes">
        <source>Preview: %Ln faults. What you see is from before them.</source>
        <translation>
            <numerusform>Preview: %Ln fault. What you see is from before it.</numerusform>
            <numerusform>Preview: %Ln faults. What you see is from before them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Preview, not released: %Ln warnings.</source>
        <translation>
            <numerusform>Preview, not released: %Ln warning.</numerusform>
            <numerusform>Preview, not released: %Ln warnings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Preview, not released: %Ln entries.</source>
        <translation>
            <numerusform>Preview, not released: %Ln entry.</numerusform>
            <numerusform>Preview, not released: %Ln entries.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultModel</name>
    <message numerus="yes">
        <source>%Ln entries have some of them</source>
        <translation>
            <numerusform>%Ln entry has some of them</numerusform>
            <numerusform>%Ln entries have some of them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReturnBar</name>
    <message numerus="yes">
        <source>Back to %Ln entries</source>
        <translation>
            <numerusform>Back to %Ln entry</numerusform>
            <numerusform>Back to %Ln entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sayings</name>
    <message numerus="yes">
        <source>%Ln notes</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln searches</source>
        <translation>
            <numerusform>%Ln search</numerusform>
            <numerusform>%Ln searches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln</source>
        <translation>
            <numerusform>Show all %Ln</numerusform>
            <numerusform>Show all %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show these %Ln</source>
        <translation>
            <numerusform>Show this one</numerusform>
            <numerusform>Show these %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln</source>
        <comment>a number by itself</comment>
        <translation>
            <numerusform>%Ln</numerusform>
            <numerusform>%Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepPane</name>
    <message numerus="yes">
        <source>The last %Ln answers are not kept.</source>
        <translation>
            <numerusform>The last answer is not kept.</numerusform>
            <numerusform>The last %Ln answers are not kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines are not kept: a question has at most %1 answers, and there are at most %2 questions.</source>
        <translation>
            <numerusform>%Ln line is not kept: a question has at most %1 answers, and there are at most %2 questions.</numerusform>
            <numerusform>%Ln lines are not kept: a question has at most %1 answers, and there are at most %2 questions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message numerus="yes">
        <source>%n minute(s) late</source>
        <translation>
            <numerusform>%n minute late</numerusform>
            <numerusform>%n minutes late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Touching</name>
    <message numerus="yes">
        <source>%Ln notes of yours</source>
        <translation>
            <numerusform>%Ln note of yours</numerusform>
            <numerusform>%Ln notes of yours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %Ln sessions of yours</source>
        <translation>
            <numerusform>In %Ln session of yours</numerusform>
            <numerusform>In %Ln sessions of yours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries that you keep have changed.</source>
        <translation>
            <numerusform>%Ln entry that you keep has changed.</numerusform>
            <numerusform>%Ln entries that you keep have changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries that you keep are withdrawn. You can still read them, marked so.</source>
        <translation>
            <numerusform>%Ln entry that you keep is withdrawn. You can still read it, marked so.</numerusform>
            <numerusform>%Ln entries that you keep are withdrawn. You can still read them, marked so.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of your notes stay at their passages.</source>
        <translation>
            <numerusform>%Ln of your notes stays at its passage.</numerusform>
            <numerusform>%Ln of your notes stay at their passages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of your notes are on what is withdrawn. They stay.</source>
        <translation>
            <numerusform>%Ln of your notes is on what is withdrawn. It stays.</numerusform>
            <numerusform>%Ln of your notes are on what is withdrawn. They stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions show entries that change. Each step stays as you added it.</source>
        <translation>
            <numerusform>%Ln session shows entries that change. Each step stays as you added it.</numerusform>
            <numerusform>%Ln sessions show entries that change. Each step stays as you added it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions show entries that are withdrawn. Each step stays as you added it.</source>
        <translation>
            <numerusform>%Ln session shows entries that are withdrawn. Each step stays as you added it.</numerusform>
            <numerusform>%Ln sessions show entries that are withdrawn. Each step stays as you added it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>All %Ln</source>
        <translation>
            <numerusform>All %Ln</numerusform>
            <numerusform>All %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln withdrawn</source>
        <translation>
            <numerusform>%Ln withdrawn</numerusform>
            <numerusform>%Ln withdrawn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Show %Ln more</numerusform>
            <numerusform>Show %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paragraphs are the same.</source>
        <translation>
            <numerusform>%Ln paragraph is the same.</numerusform>
            <numerusform>%Ln paragraphs are the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not read yet</source>
        <translation>
            <numerusform>%Ln not read yet</numerusform>
            <numerusform>%Ln not read yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days old</source>
        <translation>
            <numerusform>%Ln day old</numerusform>
            <numerusform>%Ln days old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln weeks old</source>
        <translation>
            <numerusform>%Ln week old</numerusform>
            <numerusform>%Ln weeks old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln months old</source>
        <translation>
            <numerusform>%Ln month old</numerusform>
            <numerusform>%Ln months old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln years old</source>
        <translation>
            <numerusform>%Ln year old</numerusform>
            <numerusform>%Ln years old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln seconds left</source>
        <translation>
            <numerusform>about %Ln second left</numerusform>
            <numerusform>about %Ln seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln minutes left</source>
        <translation>
            <numerusform>about %Ln minute left</numerusform>
            <numerusform>about %Ln minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
</TS>
