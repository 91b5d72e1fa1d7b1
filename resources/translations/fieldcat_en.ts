<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_GB">
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
    <name>ReturnBar</name>
    <message numerus="yes">
        <source>Back to %Ln entries</source>
        <translation>
            <numerusform>Back to %Ln entry</numerusform>
            <numerusform>Back to %Ln entries</numerusform>
        </translation>
    </message>
</context>
</TS>
