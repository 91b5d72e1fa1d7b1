<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en_GB">
<context>
    <name>AboutPage</name>
    <message>
        <source>About fieldcat</source>
        <translation>Acerca de fieldcat</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>Parts of fieldcat</source>
        <translation>Componentes de fieldcat</translation>
    </message>
    <message>
        <source>The words of the licence</source>
        <translation>El texto de la licencia</translation>
    </message>
    <message>
        <source>The licences are being read.</source>
        <translation>Se están leyendo las licencias.</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Versión %1</translation>
    </message>
    <message>
        <source>An offline casebook for people who train others in child online safety.</source>
        <translation>Un compendio de casos, sin conexión, para quienes capacitan a otras personas en la seguridad de niñas, niños y adolescentes en línea.</translation>
    </message>
    <message>
        <source>fieldcat sends nothing anywhere and keeps no record of who you are.</source>
        <translation>fieldcat no envía nada a ninguna parte ni registra quién es usted.</translation>
    </message>
    <message>
        <source>What fieldcat is made of, and the licences</source>
        <translation>De qué está hecho fieldcat, y las licencias</translation>
    </message>
    <message>
        <source>%1 by %2: edition %3 of %4, %5</source>
        <translation>%1, de %2: edición %3 del %4, %5</translation>
    </message>
    <message>
        <source>Version %1, built on %2</source>
        <translation>Versión %1, hecha el %2</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Go to the search field</source>
        <translation>Ir al campo de búsqueda</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>Narrow the list by kind, topic, country and more</source>
        <translation>Acotar la lista por tipo, tema, país y más</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Quitar todos</translation>
    </message>
    <message>
        <source>Remove all filters</source>
        <translation>Quitar todos los filtros</translation>
    </message>
    <message>
        <source>Casebook</source>
        <translation>Compendio</translation>
    </message>
    <message>
        <source>Search and read the casebook</source>
        <translation>Buscar en el compendio y leerlo</translation>
    </message>
    <message>
        <source>My casebook</source>
        <translation>Mi compendio</translation>
    </message>
    <message>
        <source>What you keep, your notes, what you read</source>
        <translation>Lo que guarda, sus notas, lo que lee</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Actualizaciones</translation>
    </message>
    <message>
        <source>New editions of the casebook, from a file or a stick</source>
        <translation>Nuevas ediciones del compendio, de un archivo o de una memoria USB</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Parte siguiente de la ventana</translation>
    </message>
    <message>
        <source>Go to the next part: search, filters, list, entry</source>
        <translation>Ir a la parte siguiente: búsqueda, filtros, lista, ficha</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>Parte anterior de la ventana</translation>
    </message>
    <message>
        <source>Go back to the part before</source>
        <translation>Volver a la parte anterior</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Go back to the entry that you read before</source>
        <translation>Volver a la ficha que leyó antes</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Adelante</translation>
    </message>
    <message>
        <source>Go forward again to the entry that you came back from</source>
        <translation>Ir de nuevo a la ficha de la que volvió</translation>
    </message>
    <message>
        <source>Previous entry</source>
        <translation>Ficha anterior</translation>
    </message>
    <message>
        <source>Read the entry before this one in the list</source>
        <translation>Leer la ficha anterior de la lista</translation>
    </message>
    <message>
        <source>Next entry</source>
        <translation>Ficha siguiente</translation>
    </message>
    <message>
        <source>Read the entry after this one in the list</source>
        <translation>Leer la ficha siguiente de la lista</translation>
    </message>
    <message>
        <source>Find in this text</source>
        <translation>Buscar en este texto</translation>
    </message>
    <message>
        <source>Find words in this entry; again: go to the next place</source>
        <translation>Buscar palabras en esta ficha; otra vez: ir al lugar siguiente</translation>
    </message>
    <message>
        <source>Find the one before</source>
        <translation>Buscar la aparición anterior</translation>
    </message>
    <message>
        <source>Go back to the place before where the words stand</source>
        <translation>Volver al lugar anterior donde están las palabras</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Make all text larger or smaller</source>
        <translation>Agrandar o achicar todo el texto</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>Give the text the whole page</source>
        <translation>Dar al texto toda la página</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Leave the large view</source>
        <translation>Salir de la vista ampliada</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Show the parts of this entry, to go to one of them</source>
        <translation>Mostrar las partes de esta ficha, para ir a una de ellas</translation>
    </message>
    <message>
        <source>Your notes</source>
        <translation>Sus notas</translation>
    </message>
    <message>
        <source>Show your notes on this entry</source>
        <translation>Mostrar sus notas sobre esta ficha</translation>
    </message>
    <message>
        <source>All figures</source>
        <translation>Todas las cifras</translation>
    </message>
    <message>
        <source>Go to the list of all figures of this entry</source>
        <translation>Ir a la lista de todas las cifras de esta ficha</translation>
    </message>
    <message>
        <source>Open source address…</source>
        <translation>Abrir la dirección de la fuente…</translation>
    </message>
    <message>
        <source>Show the address that the facts come from, to open or copy</source>
        <translation>Mostrar la dirección de donde vienen los datos, para abrirla o copiarla</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Keep this entry, or let it go again</source>
        <translation>Guardar esta ficha o dejar de guardarla</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Write a note on this entry, or on the words that are marked in it</source>
        <translation>Escribir una nota sobre esta ficha o sobre las palabras seleccionadas en ella</translation>
    </message>
    <message>
        <source>Mark these words</source>
        <translation>Marcar estas palabras</translation>
    </message>
    <message>
        <source>Mark the words that are selected in the text</source>
        <translation>Marcar las palabras seleccionadas en el texto</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Print this entry</source>
        <translation>Imprimir esta ficha</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Guardar como PDF…</translation>
    </message>
    <message>
        <source>Make a PDF file of this entry</source>
        <translation>Hacer un archivo PDF de esta ficha</translation>
    </message>
    <message>
        <source>Copy with source</source>
        <translation>Copiar con la fuente</translation>
    </message>
    <message>
        <source>Copy the words that are selected, and where they come from</source>
        <translation>Copiar las palabras seleccionadas y de dónde vienen</translation>
    </message>
    <message>
        <source>Keep this search</source>
        <translation>Guardar esta búsqueda</translation>
    </message>
    <message>
        <source>Find these words and filters again under My casebook</source>
        <translation>Tener estas palabras y filtros a mano en Mi compendio</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Carpeta nueva</translation>
    </message>
    <message>
        <source>Make a folder for what you keep</source>
        <translation>Crear una carpeta para lo que guarda</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>Mover a…</translation>
    </message>
    <message>
        <source>Put the chosen entries, or the chosen folder, into a folder</source>
        <translation>Poner en una carpeta las fichas elegidas o la carpeta elegida</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar el nombre</translation>
    </message>
    <message>
        <source>Give the chosen folder or search another name</source>
        <translation>Dar otro nombre a la carpeta o búsqueda elegida</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove what is chosen here; Undo brings it back</source>
        <translation>Quitar lo que está elegido aquí; Deshacer lo devuelve</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Bring back what was removed last</source>
        <translation>Devolver lo último que se quitó</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Open a file with a new edition, and see what it would change</source>
        <translation>Abrir un archivo con una edición nueva y ver qué cambiaría</translation>
    </message>
    <message>
        <source>Copy to a stick</source>
        <translation>Copiar a una memoria</translation>
    </message>
    <message>
        <source>Copy the editions that are here to a stick, for others to take in</source>
        <translation>Copiar las ediciones de aquí a una memoria USB, para que otras personas las incorporen</translation>
    </message>
    <message>
        <source>Copy what you made to a file…</source>
        <translation>Copiar lo suyo a un archivo…</translation>
    </message>
    <message>
        <source>Bookmarks, folders, notes and searches, to take to another computer</source>
        <translation>Marcadores, carpetas, notas y búsquedas, para llevarlos a otra computadora</translation>
    </message>
    <message>
        <source>Take in from a file…</source>
        <translation>Incorporar de un archivo…</translation>
    </message>
    <message>
        <source>Add what was made on another computer to what you have here</source>
        <translation>Sumar lo hecho en otra computadora a lo que tiene aquí</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>Make all text larger, up to twice its size</source>
        <translation>Agrandar todo el texto, hasta el doble</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto más chico</translation>
    </message>
    <message>
        <source>Make all text smaller again</source>
        <translation>Volver a achicar todo el texto</translation>
    </message>
    <message>
        <source>Text at its usual size</source>
        <translation>Texto en su tamaño habitual</translation>
    </message>
    <message>
        <source>Set all text to 100 %</source>
        <translation>Poner todo el texto al 100 %</translation>
    </message>
    <message>
        <source>Light or dark as the system</source>
        <translation>Claro u oscuro, como el sistema</translation>
    </message>
    <message>
        <source>Follow the system&apos;s own setting</source>
        <translation>Seguir el ajuste del sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark letters on light paper</source>
        <translation>Letras oscuras sobre papel claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Light letters on a dark ground</source>
        <translation>Letras claras sobre fondo oscuro</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Preferencias…</translation>
    </message>
    <message>
        <source>Text size, light or dark, and what fieldcat remembers</source>
        <translation>Tamaño del texto, claro u oscuro, y qué recuerda fieldcat</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Primeros pasos</translation>
    </message>
    <message>
        <source>The page that is shown at the first start</source>
        <translation>La página que se muestra la primera vez</translation>
    </message>
    <message>
        <source>Save the log…</source>
        <translation>Guardar el registro…</translation>
    </message>
    <message>
        <source>Write what went wrong into a file, for whoever helps you</source>
        <translation>Escribir en un archivo lo que falló, para quien le ayude</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Show what can be done with the keyboard</source>
        <translation>Mostrar lo que se puede hacer con el teclado</translation>
    </message>
    <message>
        <source>About fieldcat</source>
        <translation>Acerca de fieldcat</translation>
    </message>
    <message>
        <source>Version and licences</source>
        <translation>Versión y licencias</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Everything that fieldcat can do</source>
        <translation>Todo lo que fieldcat puede hacer</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Show a neutral page at once. What others have already seen, and that fieldcat is on this computer, it does not hide.</source>
        <translation>Mostrar enseguida una página neutra. No oculta lo que otras personas ya vieron, ni que fieldcat está en esta computadora.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Close fieldcat</source>
        <translation>Cerrar fieldcat</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>This entry</source>
        <translation>Esta ficha</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Write entries into a file for other programs</source>
        <translation>Escribir entradas en un archivo para otros programas</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sesiones</translation>
    </message>
    <message>
        <source>Plan what you do with a group, and keep what came of it</source>
        <translation>Planear lo que hace con un grupo y guardar lo que resultó</translation>
    </message>
    <message>
        <source>Add to session</source>
        <translation>Añadir a la sesión</translation>
    </message>
    <message>
        <source>Put this entry, a part of it or the selected words into a session</source>
        <translation>Poner esta ficha, una parte de ella o las palabras elegidas en una sesión</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>Sesión nueva</translation>
    </message>
    <message>
        <source>Begin a plan, empty or from a template</source>
        <translation>Comenzar un plan, vacío o con una plantilla</translation>
    </message>
    <message>
        <source>Sessions, folders, files</source>
        <translation>Sesiones, carpetas, archivos</translation>
    </message>
    <message>
        <source>View and help</source>
        <translation>Vista y ayuda</translation>
    </message>
    <message>
        <source>Start session</source>
        <translation>Iniciar la sesión</translation>
    </message>
    <message>
        <source>Show this session to the room</source>
        <translation>Mostrar esta sesión a la sala</translation>
    </message>
    <message>
        <source>Hand out…</source>
        <translation>Repartir…</translation>
    </message>
    <message>
        <source>Print what belongs to this session: a hand-out, your plan, a quiz</source>
        <translation>Imprimir lo que pertenece a esta sesión: una hoja, su plan, preguntas</translation>
    </message>
    <message>
        <source>Get help</source>
        <translation>Buscar ayuda</translation>
    </message>
    <message>
        <source>Who to call or write to, country by country</source>
        <translation>A quién llamar o escribir, país por país</translation>
    </message>
    <message>
        <source>Leaflet…</source>
        <translation>Folleto…</translation>
    </message>
    <message>
        <source>Print what matters most of this entry on two pages</source>
        <translation>Imprimir en dos páginas lo más importante de esta ficha</translation>
    </message>
    <message>
        <source>Something is wrong…</source>
        <translation>Algo está mal…</translation>
    </message>
    <message>
        <source>Note what is wrong in this entry, for the publisher; nothing is sent</source>
        <translation>Anotar qué está mal en esta ficha, para quien la publica; no se envía nada</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>New folder</source>
        <translation>Carpeta nueva</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>Ninguna carpeta</translation>
    </message>
    <message>
        <source>In no other folder</source>
        <translation>En ninguna otra carpeta</translation>
    </message>
</context>
<context>
    <name>AddRows</name>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message>
        <source>Add to session</source>
        <translation>Añadir a la sesión</translation>
    </message>
    <message>
        <source>A new session</source>
        <translation>Una sesión nueva</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>%1 (sensitive)</source>
        <translation>%1 (sensible)</translation>
    </message>
    <message>
        <source>The words that you selected: “%1”</source>
        <translation>Las palabras que eligió: «%1»</translation>
    </message>
    <message>
        <source>What is ticked becomes one step.</source>
        <translation>Lo marcado será un paso.</translation>
    </message>
    <message>
        <source>Nothing is ticked: the summary of the entry becomes a step.</source>
        <translation>No hay nada marcado: el resumen de la ficha será un paso.</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>A qué sesión</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>Qué mostrar</translation>
    </message>
    <message>
        <source>The summary of the entry becomes a step.</source>
        <translation>El resumen de la entrada se convierte en un paso.</translation>
    </message>
</context>
<context>
    <name>AddressMenu</name>
    <message>
        <source>Copy address</source>
        <translation>Copiar la dirección</translation>
    </message>
    <message>
        <source>Open in the web browser</source>
        <translation>Abrir en el navegador</translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>They are the same: add the publisher</source>
        <translation>Son iguales: añadir al editor</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>The card of %1</source>
        <translation>La tarjeta de %1</translation>
    </message>
    <message>
        <source>Whoever made this card can put entries into your casebook. Anybody can write a name on a card, so compare its numbers, or its words, with those that the publisher tells you by telephone or in a letter. Either will do.</source>
        <translation>Quien hizo esta tarjeta puede poner fichas en su compendio. Cualquiera puede escribir un nombre en una tarjeta: compare los números, o las palabras, con los que el editor le diga por teléfono o en una carta. Basta con unos u otras.</translation>
    </message>
    <message>
        <source>Everybody has the keys of this card: they are those for developing fieldcat. They prove nothing, and nothing that you work with should come from them.</source>
        <translation>Todo el mundo tiene las claves de esta tarjeta: son las que sirven para desarrollar fieldcat. No prueban nada, y nada con lo que trabaje debería venir de ellas.</translation>
    </message>
    <message>
        <source>A publisher or collection here has the same name. Make sure that you know which is which.</source>
        <translation>Aquí hay un editor o una colección con el mismo nombre. Asegúrese de saber cuál es cuál.</translation>
    </message>
    <message>
        <source>The numbers</source>
        <translation>Los números</translation>
    </message>
    <message>
        <source>The words</source>
        <translation>Las palabras</translation>
    </message>
    <message>
        <source>Its editions can be fetched from %1.</source>
        <translation>Sus ediciones se pueden descargar de %1.</translation>
    </message>
</context>
<context>
    <name>Care</name>
    <message>
        <source>Show to the room</source>
        <translation>Mostrar a la sala</translation>
    </message>
    <message>
        <source>Cover it again</source>
        <translation>Cubrirla de nuevo</translation>
    </message>
    <message>
        <source>The room sees this sensitive part.</source>
        <translation>La sala ve esta parte sensible.</translation>
    </message>
    <message>
        <source>Only you see this. The room sees a plain card.</source>
        <translation>Solo usted ve esto. La sala ve una tarjeta neutra.</translation>
    </message>
    <message>
        <source>Sensitive: {reason} The room sees this screen, too: whatever you open here, it sees.</source>
        <translation>Sensible: {reason} La sala también ve esta pantalla: verá lo que usted abra aquí.</translation>
    </message>
    <message>
        <source>Sensitive: {reason} The room sees a plain card.</source>
        <translation>Sensible: {reason} La sala ve una tarjeta neutra.</translation>
    </message>
    <message>
        <source>Open it: the room sees it</source>
        <translation>Abrirla: la sala la verá</translation>
    </message>
    <message>
        <source>Look at it here first</source>
        <translation>Verla primero aquí</translation>
    </message>
</context>
<context>
    <name>Carrying</name>
    <message>
        <source>Copy what you made to a file</source>
        <translation>Copiar lo suyo a un archivo</translation>
    </message>
    <message>
        <source>My casebook %1.json</source>
        <translation>Mi compendio %1.json</translation>
    </message>
    <message>
        <source>Take in what you made on another computer</source>
        <translation>Incorporar lo que hizo en otra computadora</translation>
    </message>
    <message>
        <source>“%1” was written; there was nothing to put into it yet.</source>
        <translation>Se escribió “%1”; todavía no había nada que poner en él.</translation>
    </message>
    <message>
        <source>Copied to “%1”: %2.</source>
        <translation>Copiado en “%1”: %2.</translation>
    </message>
    <message>
        <source>All of this was here already; nothing was added or changed.</source>
        <translation>Todo esto ya estaba aquí; no se añadió ni se cambió nada.</translation>
    </message>
    <message>
        <source>Added %1; nothing was changed or removed.</source>
        <translation>Se añadió %1; no se cambió ni se quitó nada.</translation>
    </message>
    <message>
        <source>Added %1, and brought %2 up to date; nothing was removed.</source>
        <translation>Se añadió %1 y se actualizó %2; no se quitó nada.</translation>
    </message>
    <message>
        <source>Brought %1 up to date; nothing was removed.</source>
        <translation>Se actualizó %1; no se quitó nada.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes had other words on each computer: both are kept.</source>
        <translation>
            <numerusform>%Ln nota tenía otras palabras en cada computadora: se conservan ambas.</numerusform>
            <numerusform>%Ln notas tenían otras palabras en cada computadora: se conservan ambas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions were changed on each computer: both are kept.</source>
        <translation>
            <numerusform>%Ln sesión se cambió en cada computadora: se conservan ambas.</numerusform>
            <numerusform>%Ln sesiones se cambiaron en cada computadora: se conservan ambas.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” was not made by fieldcat’s “Copy what you made to a file”. Nothing was changed.</source>
        <translation>“%1” no se hizo con “Copiar lo suyo a un archivo” de fieldcat. No se cambió nada.</translation>
    </message>
    <message>
        <source>“%1” was made by a newer fieldcat. Nothing was changed. Update fieldcat here, then take it in.</source>
        <translation>“%1” se hizo con un fieldcat más nuevo. No se cambió nada. Actualice fieldcat aquí y luego incorpórelo.</translation>
    </message>
    <message>
        <source>“%1” is damaged. Nothing was changed. Copy it anew from the other computer.</source>
        <translation>“%1” está dañado. No se cambió nada. Cópielo de nuevo de la otra computadora.</translation>
    </message>
    <message>
        <source>“%1” could not be opened. Nothing was changed. See whether the stick is still in, and whether you may write there.</source>
        <translation>No se pudo abrir “%1”. No se cambió nada. Vea si la memoria USB sigue puesta y si usted puede escribir allí.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln ficha</numerusform>
            <numerusform>%Ln fichas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln folders</source>
        <translation>
            <numerusform>%Ln carpeta</numerusform>
            <numerusform>%Ln carpetas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes</source>
        <translation>
            <numerusform>%Ln nota</numerusform>
            <numerusform>%Ln notas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln read entries</source>
        <translation>
            <numerusform>%Ln ficha leída</numerusform>
            <numerusform>%Ln fichas leídas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln saved searches</source>
        <translation>
            <numerusform>%Ln búsqueda guardada</numerusform>
            <numerusform>%Ln búsquedas guardadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions</source>
        <translation>
            <numerusform>%Ln sesión</numerusform>
            <numerusform>%Ln sesiones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions held</source>
        <translation>
            <numerusform>%Ln sesión realizada</numerusform>
            <numerusform>%Ln sesiones realizadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln corrections</source>
        <translation>
            <numerusform>%Ln corrección</numerusform>
            <numerusform>%Ln correcciones</numerusform>
        </translation>
    </message>
    <message>
        <source>What you made in fieldcat (*.json)</source>
        <translation>Lo que hizo en fieldcat (*.json)</translation>
    </message>
    <message>
        <source>“%1” was not written: it would have %2, and none above %3 can be taken in. Saved searches that find very much take the most room; remove some of them, or long notes, and copy again.</source>
        <translation>«%1» no se escribió: tendría %2, y no puede incorporarse ninguno de más de %3. Lo que más ocupa son las búsquedas guardadas que encuentran mucho; quite algunas, o notas largas, y copie de nuevo.</translation>
    </message>
    <message>
        <source>“%1” was not written: your folders lie more than %2 deep in each other, and no other computer takes that in. Move the innermost ones out, and copy again.</source>
        <translation>«%1» no se escribió: sus carpetas están a más de %2 niveles unas dentro de otras, y ninguna otra computadora lo incorpora. Saque las más interiores y copie de nuevo.</translation>
    </message>
    <message>
        <source>“%1” was not written: there is more of one thing, or a longer text, than another computer takes in. Remove what you need no more, and copy again.</source>
        <translation>«%1» no se escribió: hay más de una cosa, o un texto más largo, de lo que otra computadora incorpora. Quite lo que ya no necesite y copie de nuevo.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures had no room in it: save the sessions that show them as files, too.</source>
        <translation>
            <numerusform>%Ln imagen no cupo: guarde también como archivo la sesión que la muestra.</numerusform>
            <numerusform>%Ln imágenes no cupieron: guarde también como archivos las sesiones que las muestran.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures</source>
        <translation>
            <numerusform>%Ln imagen</numerusform>
            <numerusform>%Ln imágenes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangeList</name>
    <message>
        <source>Changes</source>
        <translation>Cambios</translation>
    </message>
</context>
<context>
    <name>ChangeView</name>
    <message>
        <source>{answer} (the right answer)</source>
        <translation>{answer} (la respuesta correcta)</translation>
    </message>
</context>
<context>
    <name>Channels</name>
    <message>
        <source>As stated by the study of {date}</source>
        <translation>Según el estudio del {date}</translation>
    </message>
    <message>
        <source>Last checked on {date}</source>
        <translation>Comprobado por última vez el {date}</translation>
    </message>
    <message>
        <source>Nobody has checked it since</source>
        <translation>Nadie lo ha comprobado desde entonces</translation>
    </message>
    <message>
        <source>How to reach it</source>
        <translation>Cómo comunicarse</translation>
    </message>
    <message>
        <source>How sure this is</source>
        <translation>Qué tan seguro es esto</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove filter %1</source>
        <translation>Quitar el filtro %1</translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>Clear all</source>
        <translation>Quitar todos</translation>
    </message>
    <message>
        <source>Remove all filters</source>
        <translation>Quitar todos los filtros</translation>
    </message>
    <message numerus="yes">
        <source>%n more filter(s)</source>
        <translation>
            <numerusform>%n filtro más</numerusform>
            <numerusform>%n filtros más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Save as PDF</source>
        <translation>Guardar como PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message numerus="yes">
        <source>With my notes (%n)</source>
        <translation>
            <numerusform>Con mi nota (%n)</numerusform>
            <numerusform>Con mis notas (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>A4 (210 × 297 mm)</source>
        <translation>A4 (210 × 297 mm)</translation>
    </message>
    <message>
        <source>Letter (8½ × 11 in)</source>
        <translation>Carta (8½ × 11 pulg.)</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Guardar como PDF…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. You can save a PDF file and print it elsewhere.</source>
        <translation>No hay ninguna impresora instalada en esta computadora. Puede guardar un archivo PDF e imprimirlo en otro lugar.</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message numerus="yes">
        <source>%n sensitive part(s) of this entry are folded and will be left out. To have them printed, open them in the text first.</source>
        <translation>
            <numerusform>%n parte sensible de esta ficha está plegada y quedará fuera. Para que se imprima, ábrala antes en el texto.</numerusform>
            <numerusform>%n partes sensibles de esta ficha están plegadas y quedarán fuera. Para que se impriman, ábralas antes en el texto.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>What was added is underlined, what was removed is struck through. The words before a paragraph say which.</source>
        <translation>Lo agregado está subrayado, lo quitado está tachado. Las palabras delante de un párrafo dicen cuál es.</translation>
    </message>
    <message>
        <source>Text before and now</source>
        <translation>Texto antes y ahora</translation>
    </message>
    <message>
        <source>Read it as it is now</source>
        <translation>Leerla como es ahora</translation>
    </message>
    <message>
        <source>Back to what is new</source>
        <translation>Volver a lo nuevo</translation>
    </message>
    <message>
        <source>Back to the edition</source>
        <translation>Volver a la edición</translation>
    </message>
    <message>
        <source>Its sensitive parts have changed, too. They are not shown here.</source>
        <translation>Sus partes sensibles también cambiaron. Aquí no se muestran.</translation>
    </message>
    <message>
        <source>Added:</source>
        <translation>Agregado:</translation>
    </message>
    <message>
        <source>Removed:</source>
        <translation>Quitado:</translation>
    </message>
    <message>
        <source>Changed:</source>
        <translation>Cambiado:</translation>
    </message>
    <message>
        <source>Comparing with what you have…</source>
        <translation>Comparando con lo que tiene…</translation>
    </message>
    <message>
        <source>All of its words are the same. What has changed is a link, a source, a date, or how it is filed.</source>
        <translation>Todas sus palabras son las mismas. Lo que cambió es un enlace, una fuente, una fecha o cómo está clasificada.</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Cambio siguiente</translation>
    </message>
</context>
<context>
    <name>Contents</name>
    <message>
        <source>{title}, sensitive</source>
        <translation>{title}, sensible</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>Noted. It is in the return envelope, under Sessions, Log.</source>
        <translation>Anotado. Está en el sobre de vuelta, en Sesiones, Registro.</translation>
    </message>
    <message>
        <source>No longer noted.</source>
        <translation>Ya no está anotado.</translation>
    </message>
    <message>
        <source>Correction removed.</source>
        <translation>Corrección quitada.</translation>
    </message>
</context>
<context>
    <name>CorrectionDialog</name>
    <message>
        <source>Something is wrong</source>
        <translation>Algo está mal</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>Anotarlo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Nothing is sent. It goes into the return envelope, which you give to the publisher yourself. Write no names of people.</source>
        <translation>No se envía nada. Va al sobre de vuelta, que usted mismo entrega a quien publica. No escriba nombres de personas.</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>Qué pone ahí</translation>
    </message>
    <message>
        <source>What it should say, and how you know</source>
        <translation>Qué debería poner, y cómo lo sabe</translation>
    </message>
    <message>
        <source>Noted already</source>
        <translation>Ya anotado</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove: {words}</source>
        <translation>Quitar: {words}</translation>
    </message>
</context>
<context>
    <name>CountLine</name>
    <message>
        <source>Choose the order of the list</source>
        <translation>Elegir el orden de la lista</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln ficha</numerusform>
            <numerusform>%Ln fichas</numerusform>
        </translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>de %1</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>Por tipo</translation>
    </message>
    <message>
        <source>Order: %1</source>
        <translation>Orden: %1</translation>
    </message>
    <message>
        <source>No entry has all your words</source>
        <translation>Ninguna ficha tiene todo lo buscado</translation>
    </message>
    <message>
        <source>No full match</source>
        <translation>Ninguna con todo</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n countries</source>
        <translation>
            <numerusform>%n país</numerusform>
            <numerusform>%n países</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n partner(s)</source>
        <translation>
            <numerusform>y %n organización asociada</numerusform>
            <numerusform>y %n organizaciones asociadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bookmark(s)</source>
        <translation>
            <numerusform>%n marcador</numerusform>
            <numerusform>%n marcadores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s)</source>
        <translation>
            <numerusform>%n carpeta</numerusform>
            <numerusform>%n carpetas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n nota</numerusform>
            <numerusform>%n notas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved searches</source>
        <translation>
            <numerusform>%n búsqueda guardada</numerusform>
            <numerusform>%n búsquedas guardadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n sesión</numerusform>
            <numerusform>%n sesiones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minutes</source>
        <translation>
            <numerusform>%Ln minuto</numerusform>
            <numerusform>%Ln minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln steps</source>
        <translation>
            <numerusform>%Ln paso</numerusform>
            <numerusform>%Ln pasos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minutes too long</source>
        <translation>
            <numerusform>%Ln minuto de más</numerusform>
            <numerusform>%Ln minutos de más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minutes in hand</source>
        <translation>
            <numerusform>sobra %Ln minuto</numerusform>
            <numerusform>sobran %Ln minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln help services</source>
        <translation>
            <numerusform>%Ln servicio de ayuda</numerusform>
            <numerusform>%Ln servicios de ayuda</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln persona</numerusform>
            <numerusform>%Ln personas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions</source>
        <translation>
            <numerusform>%Ln sesión</numerusform>
            <numerusform>%Ln sesiones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions not counted</source>
        <translation>
            <numerusform>%Ln sesión sin contar</numerusform>
            <numerusform>%Ln sesiones sin contar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries that it shows are not in the casebook here:</source>
        <translation>
            <numerusform>%Ln ficha que muestra no está en el compendio de aquí:</numerusform>
            <numerusform>%Ln fichas que muestra no están en el compendio de aquí:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountryList</name>
    <message>
        <source>Countries</source>
        <translation>Países</translation>
    </message>
</context>
<context>
    <name>CountryRows</name>
    <message>
        <source>Your sessions</source>
        <translation>Sus sesiones</translation>
    </message>
    <message>
        <source>All countries</source>
        <translation>Todos los países</translation>
    </message>
    <message>
        <source>Not in the casebook</source>
        <translation>No están en el compendio</translation>
    </message>
    <message>
        <source>Across borders</source>
        <translation>Más allá de las fronteras</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>ninguno aún</translation>
    </message>
    <message numerus="yes">
        <source>%Ln help services</source>
        <translation>
            <numerusform>%Ln servicio de ayuda</numerusform>
            <numerusform>%Ln servicios de ayuda</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Details</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>No day yet</source>
        <translation>Aún sin día</translation>
    </message>
    <message>
        <source>No time yet</source>
        <translation>Aún sin hora</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>Comienza a las</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Público</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Meta</translation>
    </message>
    <message>
        <source>Not chosen</source>
        <translation>Sin elegir</translation>
    </message>
</context>
<context>
    <name>EditionList</name>
    <message>
        <source>Editions</source>
        <translation>Ediciones</translation>
    </message>
</context>
<context>
    <name>EndDialog</name>
    <message>
        <source>End the session</source>
        <translation>Terminar la sesión</translation>
    </message>
    <message>
        <source>End session</source>
        <translation>Terminar la sesión</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>sin contar</translation>
    </message>
    <message>
        <source>How many people took part?</source>
        <translation>¿Cuántas personas participaron?</translation>
    </message>
    <message>
        <source>What was shown and the numbers you entered are kept in your log.</source>
        <translation>Lo que se mostró y los números que anotó se guardan en su registro.</translation>
    </message>
    <message>
        <source>End the session?</source>
        <translation>¿Terminar la sesión?</translation>
    </message>
</context>
<context>
    <name>EnvelopeDialog</name>
    <message>
        <source>Return envelope</source>
        <translation>Sobre de vuelta</translation>
    </message>
    <message>
        <source>All that would be written</source>
        <translation>Todo lo que se escribiría</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Guardar como archivo…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>This is all that would be written: numbers and your corrections, no names, no remarks. Nothing is sent: you give the file to the publisher yourself.</source>
        <translation>Esto es todo lo que se escribiría: números y sus correcciones, sin nombres ni observaciones. No se envía nada: usted mismo entrega el archivo a quien publica.</translation>
    </message>
</context>
<context>
    <name>ExportChoices</name>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message numerus="yes">
        <source>The %Ln entries in the list</source>
        <translation>
            <numerusform>La %Ln entrada de la lista</numerusform>
            <numerusform>Las %Ln entradas de la lista</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the entry that is open</source>
        <translation>Solo la entrada abierta</translation>
    </message>
    <message>
        <source>Workbook for Excel or LibreOffice (XLSX)</source>
        <translation>Libro para Excel o LibreOffice (XLSX)</translation>
    </message>
    <message>
        <source>Table for any program (CSV)</source>
        <translation>Tabla para cualquier programa (CSV)</translation>
    </message>
    <message>
        <source>References for Zotero and others (RIS)</source>
        <translation>Referencias para Zotero y otros (RIS)</translation>
    </message>
    <message>
        <source>References for LaTeX (BibTeX)</source>
        <translation>Referencias para LaTeX (BibTeX)</translation>
    </message>
    <message>
        <source>References for Pandoc (CSL JSON)</source>
        <translation>Referencias para Pandoc (CSL JSON)</translation>
    </message>
    <message>
        <source>Everything, for programs (JSON)</source>
        <translation>Todo, para programas (JSON)</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Como</translation>
    </message>
    <message numerus="yes">
        <source>The %Ln entries that have all of your words</source>
        <translation>
            <numerusform>La ficha que tiene todas tus palabras</numerusform>
            <numerusform>Las %Ln fichas que tienen todas tus palabras</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the list have only some of your words and are left out.</source>
        <translation>
            <numerusform>%Ln de la lista tiene solo algunas de tus palabras y queda fuera.</numerusform>
            <numerusform>%Ln de la lista tienen solo algunas de tus palabras y quedan fuera.</numerusform>
        </translation>
    </message>
    <message>
        <source>Website: a folder of plain pages</source>
        <translation>Sitio web: una carpeta de páginas sencillas</translation>
    </message>
    <message>
        <source>File for Kiwix on phones (ZIM)</source>
        <translation>Archivo para Kiwix en teléfonos (ZIM)</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>There is nothing in the list to export.</source>
        <translation>No hay nada en la lista que exportar.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Casebook %1</source>
        <translation>Compendio %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries were written to “%1”.</source>
        <translation>
            <numerusform>Se escribió %Ln entrada en «%1».</numerusform>
            <numerusform>Se escribieron %Ln entradas en «%1».</numerusform>
        </translation>
    </message>
    <message>
        <source>No entry in the list has all of your words: there is nothing to export.</source>
        <translation>Ninguna ficha de la lista tiene todas tus palabras: no hay nada que exportar.</translation>
    </message>
    <message>
        <source>There is something called “%1” already. Choose another name.</source>
        <translation>Ya existe algo llamado «%1». Elige otro nombre.</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Exportando</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Detenido. No se escribió nada.</translation>
    </message>
</context>
<context>
    <name>FacetModel</name>
    <message numerus="yes">
        <source>Show all %Ln</source>
        <translation>
            <numerusform>Mostrar %Ln</numerusform>
            <numerusform>Mostrar los %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln ficha</numerusform>
            <numerusform>%Ln fichas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FacetTree</name>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
</context>
<context>
    <name>FactBox</name>
    <message>
        <source>Facts</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>More facts</source>
        <translation>Más datos</translation>
    </message>
    <message>
        <source>Longer facts</source>
        <translation>Datos más extensos</translation>
    </message>
</context>
<context>
    <name>FigureCard</name>
    <message>
        <source>Shows where this is stated.</source>
        <translation>Muestra dónde se afirma esto.</translation>
    </message>
    <message>
        <source>Copy with source</source>
        <translation>Copiar con la fuente</translation>
    </message>
    <message>
        <source>Show where this is stated</source>
        <translation>Mostrar dónde se afirma esto</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>Look in:</source>
        <translation>Buscar en:</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>Tipo de archivo:</translation>
    </message>
</context>
<context>
    <name>Filing</name>
    <message>
        <source>No folder</source>
        <translation>Ninguna carpeta</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Quitar todos</translation>
    </message>
    <message>
        <source>Close the filters</source>
        <translation>Cerrar los filtros</translation>
    </message>
    <message>
        <source>Counts follow as you tick.</source>
        <translation>Los números cambian al marcar.</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln entries</source>
        <translation>
            <numerusform>Mostrar %Ln ficha</numerusform>
            <numerusform>Mostrar %Ln fichas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>The one before</source>
        <translation>La anterior</translation>
    </message>
    <message>
        <source>The next one</source>
        <translation>La siguiente</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>{at} of {all}</source>
        <translation>{at} de {all}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No se encontró</translation>
    </message>
    <message>
        <source>Folded parts are not searched.</source>
        <translation>No se busca en las partes plegadas.</translation>
    </message>
    <message>
        <source>{found}. {left_out}</source>
        <translation>{found}. {left_out}</translation>
    </message>
</context>
<context>
    <name>FindField</name>
    <message>
        <source>Find in this text</source>
        <translation>Buscar en este texto</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Add from the casebook</source>
        <translation>Añadir del compendio</translation>
    </message>
    <message>
        <source>Search the casebook for something to add</source>
        <translation>Buscar en el compendio algo que añadir</translation>
    </message>
    <message>
        <source>What can be added</source>
        <translation>Lo que se puede añadir</translation>
    </message>
    <message>
        <source>Enter adds the row to the plan</source>
        <translation>Intro añade la fila al plan</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Encontrado</translation>
    </message>
    <message>
        <source>Fits the audience and the country</source>
        <translation>Para este público y este país</translation>
    </message>
    <message>
        <source>Fits the audience</source>
        <translation>Para este público</translation>
    </message>
    <message>
        <source>Fits the country</source>
        <translation>Para este país</translation>
    </message>
    <message>
        <source>Nothing here is about the country; other things may fit</source>
        <translation>No hay nada sobre este país; puede que sirva otra cosa</translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation>Adivinanza</translation>
    </message>
    <message>
        <source>Nothing found. Other words may find something.</source>
        <translation>No se encontró nada. Quizá con otras palabras.</translation>
    </message>
    <message>
        <source>Say under Details for whom it is, and what fits comes first</source>
        <translation>Diga en Datos para quién es, y lo que encaje saldrá primero</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>What was found in the workspace</source>
        <translation>Lo que se encontró en el espacio de trabajo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>FirstService</name>
    <message>
        <source>Show large</source>
        <translation>Mostrar en grande</translation>
    </message>
</context>
<context>
    <name>FitPane</name>
    <message>
        <source>Does it fit?</source>
        <translation>¿Encaja?</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Verlo</translation>
    </message>
    <message>
        <source>Get help</source>
        <translation>Buscar ayuda</translation>
    </message>
    <message>
        <source>Sensitive, and children are in the room: step %1. The room sees a plain card until you open it.</source>
        <translation>Sensible, y hay niños en la sala: paso %1. La sala ve una tarjeta neutra hasta que usted lo abra.</translation>
    </message>
    <message>
        <source>Sensitive: step %1. The room sees a plain card until you open it.</source>
        <translation>Sensible: paso %1. La sala ve una tarjeta neutra hasta que usted lo abra.</translation>
    </message>
    <message>
        <source>No evidence is stated in step %1.</source>
        <translation>En el paso %1 no se indica ninguna evidencia.</translation>
    </message>
    <message>
        <source>The casebook has a newer text of step %1. Yours stays as it is.</source>
        <translation>El compendio tiene un texto más nuevo del paso %1. El suyo queda como está.</translation>
    </message>
    <message>
        <source>No longer in the casebook: step %1. It can be shown as it was added.</source>
        <translation>Ya no está en el compendio: paso %1. Se puede mostrar como se añadió.</translation>
    </message>
    <message>
        <source>Length: exactly right.</source>
        <translation>Duración: justo la prevista.</translation>
    </message>
    <message>
        <source>Length: %1.</source>
        <translation>Duración: %1.</translation>
    </message>
    <message>
        <source>Length: say under Details how long the session is.</source>
        <translation>Duración: diga en Datos cuánto dura la sesión.</translation>
    </message>
    <message>
        <source>Help: say under Details in which country it is.</source>
        <translation>Ayuda: diga en Datos en qué país es.</translation>
    </message>
    <message>
        <source>Help: the casebook has no help service for this country. Find out a number and call it before the day.</source>
        <translation>Ayuda: el compendio no tiene ningún servicio de ayuda para este país. Averigüe un número y llame antes de ese día.</translation>
    </message>
    <message>
        <source>Help: the casebook has %1 for this country. None is in the plan.</source>
        <translation>Ayuda: el compendio tiene %1 para este país. Ninguno está en el plan.</translation>
    </message>
    <message>
        <source>Help: in step %1.</source>
        <translation>Ayuda: en el paso %1.</translation>
    </message>
    <message>
        <source>Help: in step %1. Nobody has checked it lately: call it before the day.</source>
        <translation>Ayuda: en el paso %1. Nadie lo ha comprobado últimamente: llame antes de ese día.</translation>
    </message>
    <message>
        <source>Help: no service here is known to answer in %1. Ask when you call.</source>
        <translation>Ayuda: no se sabe de ningún servicio de aquí que atienda en %1. Pregúntelo cuando llame.</translation>
    </message>
    <message>
        <source>Put it into the plan</source>
        <translation>Ponerlo en el plan</translation>
    </message>
</context>
<context>
    <name>HandoutDialog</name>
    <message>
        <source>Hand out</source>
        <translation>Repartir</translation>
    </message>
    <message>
        <source>What to print</source>
        <translation>Qué imprimir</translation>
    </message>
    <message>
        <source>Print sensitive parts, too</source>
        <translation>Imprimir también las partes sensibles</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Guardar como PDF…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Partes</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. You can save a PDF file.</source>
        <translation>No hay ninguna impresora en este equipo. Puede guardar un archivo PDF.</translation>
    </message>
</context>
<context>
    <name>Handouts</name>
    <message>
        <source>For the trainer only: notes and sensitive parts.</source>
        <translation>Solo para quien imparte la sesión: notas y partes sensibles.</translation>
    </message>
    <message>
        <source>Made with fieldcat. Numbers are as their sources state them.</source>
        <translation>Hecho con fieldcat. Las cifras son las que indican sus fuentes.</translation>
    </message>
    <message>
        <source>Also in the casebook: {parts}.</source>
        <translation>También en el compendio: {parts}.</translation>
    </message>
    <message>
        <source>Last checked on {date}.</source>
        <translation>Comprobado por última vez el {date}.</translation>
    </message>
    <message>
        <source>As stated on {date}. Nobody has checked it since: try it first.</source>
        <translation>Según lo indicado el {date}. Nadie lo ha comprobado desde entonces: pruébelo antes.</translation>
    </message>
    <message>
        <source>Answers in: {languages}</source>
        <translation>Atiende en: {languages}</translation>
    </message>
    <message>
        <source>Hand-out for those who take part</source>
        <translation>Hoja para quienes participan</translation>
    </message>
    <message>
        <source>Plan for the trainer</source>
        <translation>Plan para quien imparte la sesión</translation>
    </message>
    <message>
        <source>How many came (no names)</source>
        <translation>Cuántas personas vinieron (sin nombres)</translation>
    </message>
    <message>
        <source>Quiz sheet</source>
        <translation>Hoja de preguntas</translation>
    </message>
    <message>
        <source>Answers to the quiz</source>
        <translation>Respuestas a las preguntas</translation>
    </message>
    <message>
        <source>Questionnaire (no names)</source>
        <translation>Cuestionario (sin nombres)</translation>
    </message>
    <message>
        <source>Write down here whom to call, and who answers:</source>
        <translation>Anote aquí a quién llamar y quién responde:</translation>
    </message>
    <message>
        <source>The casebook knows of no help service in {place}. Ask locally, try the number yourself, and write it down here:</source>
        <translation>El compendio no conoce ningún servicio de ayuda para {place}. Pregunte en su localidad, pruebe usted el número y anótelo aquí:</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Empieza</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutos</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>In all: {minutes} minutes</source>
        <translation>En total: {minutes} minutos</translation>
    </message>
    <message>
        <source>Count people, not names. Nobody should be found by what stands here.</source>
        <translation>Cuente personas, no nombres. Nadie debe ser reconocible por lo que aquí figure.</translation>
    </message>
    <message>
        <source>Girls</source>
        <translation>Niñas</translation>
    </message>
    <message>
        <source>Boys</source>
        <translation>Niños</translation>
    </message>
    <message>
        <source>Women</source>
        <translation>Mujeres</translation>
    </message>
    <message>
        <source>Men</source>
        <translation>Hombres</translation>
    </message>
    <message>
        <source>Others, or not said</source>
        <translation>Otras personas, o sin decirlo</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>En total</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>At the beginning</source>
        <translation>Al principio</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>Al final</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Observaciones</translation>
    </message>
    <message>
        <source>Please do not write your name. Tick one answer to each question.</source>
        <translation>Por favor, no escriba su nombre. Marque una respuesta en cada pregunta.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Some months later</source>
        <translation>Unos meses después</translation>
    </message>
    <message>
        <source>Leaflet: {case}</source>
        <translation>Folleto: {case}</translation>
    </message>
</context>
<context>
    <name>HandsDialog</name>
    <message>
        <source>Count hands</source>
        <translation>Contar manos</translation>
    </message>
    <message>
        <source>Show these numbers</source>
        <translation>Mostrar estos números</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Tick filters to narrow the list.</source>
        <translation>Marque filtros para acotar la lista.</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Print this page</source>
        <translation>Imprimir esta página</translation>
    </message>
    <message>
        <source>Who to call or write to, country by country</source>
        <translation>A quién llamar o escribir, país por país</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Copied: {words}</source>
        <translation>Copiado: {words}</translation>
    </message>
    <message>
        <source>Noted: you tried it today, and it works.</source>
        <translation>Anotado: lo probó hoy y funciona.</translation>
    </message>
    <message>
        <source>No longer noted.</source>
        <translation>Ya no está anotado.</translation>
    </message>
    <message>
        <source>Read the entry</source>
        <translation>Leer la ficha</translation>
    </message>
    <message>
        <source>Forget that I tried it</source>
        <translation>Olvidar que lo probé</translation>
    </message>
</context>
<context>
    <name>Helping</name>
    <message>
        <source>From the casebook in fieldcat. Try a number before you hand it out.</source>
        <translation>Del compendio de fieldcat. Pruebe un número antes de repartirlo.</translation>
    </message>
    <message>
        <source>Across borders</source>
        <translation>Más allá de las fronteras</translation>
    </message>
    <message>
        <source>If a child is in danger now, go to the police or the nearest adult you trust first.</source>
        <translation>Si una niña o un niño está en peligro ahora, acuda primero a la policía o a la persona adulta de confianza más cercana.</translation>
    </message>
    <message>
        <source>You tried it today, and it works.</source>
        <translation>Lo probó hoy y funciona.</translation>
    </message>
    <message>
        <source>You tried it on {date}, and it worked.</source>
        <translation>Lo probó el {date} y funcionaba.</translation>
    </message>
    <message>
        <source>Checked by the publisher on {date}.</source>
        <translation>Comprobado por quien publica el {date}.</translation>
    </message>
    <message>
        <source>That is more than half a year ago: try it again.</source>
        <translation>De eso hace más de medio año: pruébelo otra vez.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué es</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Run by</source>
        <translation>A cargo de</translation>
    </message>
    <message>
        <source>No number or address is stated. Find it out before you name it to others.</source>
        <translation>No se indica ningún número ni dirección. Averígüelo antes de nombrarlo a otras personas.</translation>
    </message>
    <message>
        <source>The casebook knows of no help service in {place}. Ask the police, a hospital or an office that protects children whom to call. Try the number yourself before you hand it out.</source>
        <translation>El compendio no conoce ningún servicio de ayuda para {place}. Pregunte a la policía, a un hospital o a una oficina de protección de la infancia a quién llamar. Pruebe usted el número antes de repartirlo.</translation>
    </message>
    <message>
        <source>Your session there is in {language}. No service here is known to answer in it: ask when you call.</source>
        <translation>Su sesión allí es en {language}. No se sabe de ningún servicio de aquí que atienda en ese idioma: pregúntelo cuando llame.</translation>
    </message>
    <message>
        <source>Stated on {date}, not checked since.</source>
        <translation>Indicado el {date}; nadie lo ha comprobado desde entonces.</translation>
    </message>
    <message>
        <source>Try it yourself before you hand it out.</source>
        <translation>Pruébelo antes de repartirlo.</translation>
    </message>
</context>
<context>
    <name>Hint</name>
    <message>
        <source>Click or → to go on · Right click or N for notes and buttons · Esc to end</source>
        <translation>Clic o → para seguir · Clic derecho o N para notas y botones · Esc para terminar</translation>
    </message>
</context>
<context>
    <name>Holding</name>
    <message>
        <source>This session was not held yet. Start it; then enter what came of it.</source>
        <translation>Esta sesión aún no se ha impartido. Iníciela y después anote los resultados.</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>Sesión nueva</translation>
    </message>
    <message>
        <source>Added to “%1”.</source>
        <translation>Añadido a «%1».</translation>
    </message>
    <message>
        <source>Show the plan</source>
        <translation>Mostrar el plan</translation>
    </message>
</context>
<context>
    <name>ImportView</name>
    <message>
        <source>How far the import is</source>
        <translation>Avance de la importación</translation>
    </message>
    <message>
        <source>Leave the stick in until “Switching over”.</source>
        <translation>Deje puesta la memoria USB hasta “Cambiando a la nueva”.</translation>
    </message>
    <message>
        <source>Stop and keep edition %1</source>
        <translation>Detener y quedarse con la edición %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Importing edition %1</source>
        <translation>Importando la edición %1</translation>
    </message>
    <message>
        <source>You can go on reading. Until the last step the old casebook is the one in use, so a pulled stick or a power cut changes nothing: import it again, and nothing is lost.</source>
        <translation>Puede seguir leyendo. Hasta el último paso se usa el compendio anterior, de modo que sacar la memoria USB o un corte de luz no cambia nada: impórtelo de nuevo, y nada se pierde.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Signature checked</source>
        <translation>Firma comprobada</translation>
    </message>
    <message>
        <source>Checking the signature</source>
        <translation>Comprobando la firma</translation>
    </message>
    <message>
        <source>Space checked</source>
        <translation>Espacio comprobado</translation>
    </message>
    <message>
        <source>Space checked: %1 of %2</source>
        <translation>Espacio comprobado: %1 de %2</translation>
    </message>
    <message>
        <source>Compared with what you have</source>
        <translation>Comparado con lo que tiene</translation>
    </message>
    <message>
        <source>Comparing with what you have</source>
        <translation>Comparando con lo que tiene</translation>
    </message>
    <message>
        <source>Building the new casebook</source>
        <translation>Armando el nuevo compendio</translation>
    </message>
    <message>
        <source>Building the new casebook, %1 of %2 entries</source>
        <translation>Armando el nuevo compendio, %1 de %2 fichas</translation>
    </message>
    <message>
        <source>Making it searchable</source>
        <translation>Preparando la búsqueda</translation>
    </message>
    <message>
        <source>Switching over</source>
        <translation>Cambiando a la nueva</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>“%1” is kept in “%2”.</source>
        <translation>«%1» está guardada en «%2».</translation>
    </message>
    <message>
        <source>“%1” is in no folder any more.</source>
        <translation>«%1» ya no está en ninguna carpeta.</translation>
    </message>
    <message>
        <source>“%1” is back where it was.</source>
        <translation>«%1» está de nuevo donde estaba.</translation>
    </message>
    <message>
        <source>“%1” is no longer kept.</source>
        <translation>“%1” ya no está guardada.</translation>
    </message>
    <message>
        <source>“%1” is kept again.</source>
        <translation>“%1” está guardada otra vez.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries are no longer kept.</source>
        <translation>
            <numerusform>%Ln ficha ya no está guardada.</numerusform>
            <numerusform>%Ln fichas ya no están guardadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries are kept again.</source>
        <translation>
            <numerusform>%Ln ficha está guardada otra vez.</numerusform>
            <numerusform>%Ln fichas están guardadas otra vez.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyHints</name>
    <message>
        <source>move</source>
        <translation>mover</translation>
    </message>
    <message>
        <source>black</source>
        <translation>negro</translation>
    </message>
    <message>
        <source>go to a step</source>
        <translation>ir a un paso</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>notas</translation>
    </message>
    <message>
        <source>end</source>
        <translation>terminar</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Keep and take along</source>
        <translation>Guardar y llevar</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Ir a</translation>
    </message>
    <message>
        <source>The window</source>
        <translation>La ventana</translation>
    </message>
    <message>
        <source>Signs in the search field</source>
        <translation>Signos en el campo de búsqueda</translation>
    </message>
    <message>
        <source>Words that stand together</source>
        <translation>Palabras que van juntas</translation>
    </message>
    <message>
        <source>&quot;safer internet&quot;</source>
        <translation>&quot;internet segura&quot;</translation>
    </message>
    <message>
        <source>Without a word</source>
        <translation>Sin una palabra</translation>
    </message>
    <message>
        <source>-telephone</source>
        <translation>-teléfono</translation>
    </message>
    <message>
        <source>One word or the other</source>
        <translation>Una palabra o la otra</translation>
    </message>
    <message>
        <source>hotline OR helpline</source>
        <translation>denuncia OR ayuda</translation>
    </message>
    <message>
        <source>Only this country, by name or code</source>
        <translation>Solo este país, por nombre o código</translation>
    </message>
    <message>
        <source>Any of several values</source>
        <translation>Cualquiera de varios valores</translation>
    </message>
    <message>
        <source>Everything but this country</source>
        <translation>Todo menos este país</translation>
    </message>
    <message>
        <source>A value of several words</source>
        <translation>Un valor de varias palabras</translation>
    </message>
    <message>
        <source>Years from and to</source>
        <translation>Años desde y hasta</translation>
    </message>
    <message>
        <source>The other filters</source>
        <translation>Los demás filtros</translation>
    </message>
    <message>
        <source>Come back from the neutral page, by “Continue” at its foot</source>
        <translation>Volver de la página neutra, con «Continuar» al pie</translation>
    </message>
    <message>
        <source>Next or previous entry; the reader follows</source>
        <translation>Ficha siguiente o anterior; el lector la sigue</translation>
    </message>
    <message>
        <source>Open the entry large</source>
        <translation>Abrir la ficha ampliada</translation>
    </message>
    <message>
        <source>Close a panel, or leave the large view</source>
        <translation>Cerrar un panel o salir de la vista ampliada</translation>
    </message>
    <message>
        <source>Move through the words of the text</source>
        <translation>Moverse por las palabras del texto</translation>
    </message>
    <message>
        <source>Select the next or previous letter of the text</source>
        <translation>Seleccionar la letra siguiente o anterior del texto</translation>
    </message>
    <message>
        <source>Select the next or previous word of the text</source>
        <translation>Seleccionar la palabra siguiente o anterior del texto</translation>
    </message>
    <message>
        <source>Tick a filter, open a folded part</source>
        <translation>Marcar un filtro, abrir una parte plegada</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>Buscar en las teclas</translation>
    </message>
    <message>
        <source>No key does that.</source>
        <translation>Ninguna tecla hace eso.</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Case study</source>
        <translation>Estudio de caso</translation>
    </message>
    <message>
        <source>Research</source>
        <translation>Investigación</translation>
    </message>
    <message>
        <source>Learning material</source>
        <translation>Material didáctico</translation>
    </message>
    <message>
        <source>Funding</source>
        <translation>Financiamiento</translation>
    </message>
    <message>
        <source>Help service</source>
        <translation>Servicio de ayuda</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Herramienta</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organización</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Término</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Público</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Región</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>Capacidad</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidencia</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Riesgo</translation>
    </message>
    <message>
        <source>Approach</source>
        <translation>Enfoque</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Año</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Colección</translation>
    </message>
    <message>
        <source>Best match</source>
        <translation>Más pertinentes</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Más recientes</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>Por título</translation>
    </message>
    <message>
        <source>Nothing can be saved: the folder cannot be written to.</source>
        <translation>No se puede guardar nada: no es posible escribir en la carpeta.</translation>
    </message>
    <message>
        <source>This entry is not in the casebook on this computer.</source>
        <translation>Esta ficha no está en el compendio de esta computadora.</translation>
    </message>
    <message>
        <source>Search could not be made ready. The lists still work.</source>
        <translation>No se pudo preparar la búsqueda. Las listas siguen funcionando.</translation>
    </message>
    <message>
        <source>A part of fieldcat ended before its work was done. Nothing was changed; try again.</source>
        <translation>Una parte de fieldcat terminó antes de acabar su trabajo. No se cambió nada; inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The casebook&apos;s file is missing.</source>
        <translation>Falta el archivo del compendio.</translation>
    </message>
    <message>
        <source>The casebook&apos;s file is damaged and cannot be read.</source>
        <translation>El archivo del compendio está dañado y no se puede leer.</translation>
    </message>
    <message>
        <source>The file with what you saved is damaged; it was set aside.</source>
        <translation>El archivo con lo que guardó está dañado; se puso aparte.</translation>
    </message>
    <message>
        <source>This file cannot be taken in: it is damaged, or none that fieldcat wrote. Nothing was changed.</source>
        <translation>Este archivo no se puede incorporar: está dañado o no lo escribió fieldcat. No se cambió nada.</translation>
    </message>
    <message>
        <source>This was made by a newer fieldcat. Please update fieldcat.</source>
        <translation>Esto se hizo con un fieldcat más nuevo. Actualice fieldcat.</translation>
    </message>
    <message>
        <source>Another program holds the file just now. Nothing was changed; try again.</source>
        <translation>Otro programa tiene el archivo en este momento. No se cambió nada; inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>This computer has no room to do more at once. Close other programs, and try again.</source>
        <translation>Esta computadora no tiene margen para hacer más cosas a la vez. Cierre otros programas e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The disk or stick did not do what was asked of it. See that it is still there, and try again.</source>
        <translation>El disco o la memoria no hizo lo que se le pidió. Compruebe que sigue ahí e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nueva</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiada</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirada</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>d &apos;de&apos; MMMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>Something went wrong that fieldcat has no words for.</source>
        <translation>Algo falló y fieldcat no tiene palabras para decirlo.</translation>
    </message>
    <message>
        <source>This is a fieldcat for development: everybody has the keys that sign its casebook, so that anyone could make an update. Do not use it for your work.</source>
        <translation>Este fieldcat es para desarrollo: todos tienen las claves que firman su compendio, de modo que cualquiera podría hacer una actualización. No lo use para su trabajo.</translation>
    </message>
    <message>
        <source>stated %1</source>
        <translation>indicado en %1</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Guardado por usted</translation>
    </message>
    <message>
        <source>With notes</source>
        <translation>Con notas</translation>
    </message>
    <message>
        <source>The disk is full: nothing more can be saved until you make room on it.</source>
        <translation>El disco está lleno: no se puede guardar nada más hasta que usted haga lugar en él.</translation>
    </message>
    <message>
        <source>Folders can lie 50 deep in each other, and not deeper: else what you made could not be taken to another computer. Nothing was changed.</source>
        <translation>Las carpetas pueden estar unas dentro de otras hasta 50 niveles, no más: si no, lo que hizo no podría llevarse a otra computadora. No se cambió nada.</translation>
    </message>
    <message>
        <source>What you made is more than a file can hold that another computer takes in. Nothing was written.</source>
        <translation>Lo que hizo es más de lo que cabe en un archivo que otra computadora pueda incorporar. No se escribió nada.</translation>
    </message>
    <message>
        <source>There is a newer fieldcat, version %1; this is %2. Ask whoever gave you this one for it.</source>
        <translation>Hay un fieldcat más nuevo, la versión %1; esta es la %2. Pídeselo a quien te dio este.</translation>
    </message>
    <message>
        <source>It can also be had at %1.</source>
        <translation>También se puede obtener en %1.</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
    </message>
    <message>
        <source>Files of fieldcat are missing or damaged, or were exchanged for newer ones. What you saved is safe. Close fieldcat and open it again; if it says so once more, copy or install it anew.</source>
        <translation>Faltan archivos de fieldcat, están dañados o se cambiaron por otros más nuevos. Lo que guardó está a salvo. Cierre fieldcat y ábralo otra vez; si lo dice de nuevo, cópielo o instálelo otra vez.</translation>
    </message>
</context>
<context>
    <name>Leading</name>
    <message>
        <source>Search kept as “%1”.</source>
        <translation>Búsqueda guardada como “%1”.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar el nombre</translation>
    </message>
    <message>
        <source>This search is kept already, as “%1”.</source>
        <translation>Esta búsqueda ya está guardada, como “%1”.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Mostrarla</translation>
    </message>
</context>
<context>
    <name>Listing</name>
    <message>
        <source>Templates</source>
        <translation>Plantillas</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>LogDesk</name>
    <message>
        <source>Save as CSV</source>
        <translation>Guardar como CSV</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Guardar como PDF</translation>
    </message>
    <message>
        <source>Return envelope</source>
        <translation>Sobre de vuelta</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tablas (*.csv)</translation>
    </message>
    <message>
        <source>Sessions held</source>
        <translation>Sesiones realizadas</translation>
    </message>
    <message>
        <source>Texts (*.txt)</source>
        <translation>Textos (*.txt)</translation>
    </message>
    <message>
        <source>Taken out of the log.</source>
        <translation>Quitado del registro.</translation>
    </message>
</context>
<context>
    <name>LogSaving</name>
    <message>
        <source>Save the log</source>
        <translation>Guardar el registro</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texto (*.txt)</translation>
    </message>
    <message>
        <source>The log was saved as %1. Read it before you give it to anyone.</source>
        <translation>El registro se guardó como %1. Léalo antes de dárselo a alguien.</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>Sessions held</source>
        <translation>Sesiones realizadas</translation>
    </message>
    <message>
        <source>No session was held yet</source>
        <translation>Aún no se ha realizado ninguna sesión</translation>
    </message>
    <message>
        <source>When you show a session to a room, what was shown and how many came is kept here by itself: numbers only, never names.</source>
        <translation>Cuando muestra una sesión a una sala, lo que se mostró y cuántas personas vinieron se guarda aquí por sí solo: solo números, nunca nombres.</translation>
    </message>
    <message>
        <source>What they add up to</source>
        <translation>Lo que suman</translation>
    </message>
    <message>
        <source>Questionnaires</source>
        <translation>Cuestionarios</translation>
    </message>
    <message>
        <source>What was shown, and the hands that were counted</source>
        <translation>Lo que se mostró, y las manos que se contaron</translation>
    </message>
    <message>
        <source>This session</source>
        <translation>Esta sesión</translation>
    </message>
    <message>
        <source>People reached</source>
        <translation>Personas alcanzadas</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>sin contar</translation>
    </message>
    <message>
        <source>Remarks, which only you see: no names, please</source>
        <translation>Observaciones, que solo usted ve: sin nombres, por favor</translation>
    </message>
</context>
<context>
    <name>LookControls</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
</context>
<context>
    <name>LossWarning</name>
    <message>
        <source>What came of a session is not in the log yet: make room on the disk. Closing again leaves without it.</source>
        <translation>Lo que resultó de una sesión aún no está en el registro: libere espacio en el disco. Si cierra otra vez, se saldrá sin ello.</translation>
    </message>
    <message>
        <source>Something that you typed is not saved, its words are still here. Copy them, or make room on the disk. Closing again leaves without them.</source>
        <translation>Algo que escribió no está guardado; sus palabras siguen aquí. Cópielas, o libere espacio en el disco. Si cierra otra vez, se saldrá sin ellas.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>fieldcat</source>
        <translation>fieldcat</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>MoveTo</name>
    <message>
        <source>Move to</source>
        <translation>Mover a</translation>
    </message>
    <message>
        <source>Find or name a folder</source>
        <translation>Busque o nombre una carpeta</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Carpetas</translation>
    </message>
    <message>
        <source>New folder “%1”</source>
        <translation>Carpeta nueva “%1”</translation>
    </message>
    <message>
        <source>Name a new folder</source>
        <translation>Ponga nombre a una carpeta nueva</translation>
    </message>
</context>
<context>
    <name>MyCasebookLists</name>
    <message>
        <source>of %1</source>
        <translation>de %1</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
</context>
<context>
    <name>NavigationButton</name>
    <message>
        <source>%1, an update is waiting</source>
        <translation>%1, hay una actualización pendiente</translation>
    </message>
</context>
<context>
    <name>NeutralPage</name>
    <message>
        <source>Neutral page</source>
        <translation>Página neutra</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>NewsView</name>
    <message>
        <source>Mark all as seen</source>
        <translation>Marcar todo como visto</translation>
    </message>
    <message>
        <source>Go back to before this import</source>
        <translation>Volver a antes de esta importación</translation>
    </message>
    <message>
        <source>What is new in edition %1</source>
        <translation>Lo nuevo en la edición %1</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Aún sin leer</translation>
    </message>
    <message>
        <source>All of it was seen.</source>
        <translation>Ya se vio todo.</translation>
    </message>
    <message>
        <source>About this publisher</source>
        <translation>Sobre este editor</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver atrás</translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Escriba una nota</translation>
    </message>
    <message>
        <source>Edit this note</source>
        <translation>Editar esta nota</translation>
    </message>
    <message>
        <source>More about this note</source>
        <translation>Más sobre esta nota</translation>
    </message>
    <message>
        <source>Delete this note</source>
        <translation>Borrar esta nota</translation>
    </message>
    <message>
        <source>In a folded part: {part}</source>
        <translation>En una parte plegada: {part}</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>“{words}”</translation>
    </message>
    <message>
        <source>Note on {what}</source>
        <translation>Nota sobre {what}</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Pasaje</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Sin guardar</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nueva</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardada</translation>
    </message>
    <message>
        <source>{why} Your words are still here.</source>
        <translation>{why} Sus palabras siguen aquí.</translation>
    </message>
    <message>
        <source>The text has changed; these words are no longer there</source>
        <translation>El texto cambió; estas palabras ya no están</translation>
    </message>
    <message>
        <source>Note saved</source>
        <translation>Nota guardada</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ayer</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>d &apos;de&apos; MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
    </message>
</context>
<context>
    <name>NotesMargin</name>
    <message>
        <source>Your notes</source>
        <translation>Sus notas</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nueva</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nota nueva</translation>
    </message>
</context>
<context>
    <name>NotesPane</name>
    <message>
        <source>My notes</source>
        <translation>Mis notas</translation>
    </message>
    <message>
        <source>Bigger notes</source>
        <translation>Notas más grandes</translation>
    </message>
    <message>
        <source>Bigger notes (N)</source>
        <translation>Notas más grandes (N)</translation>
    </message>
    <message>
        <source>No notes on this step.</source>
        <translation>No hay notas para este paso.</translation>
    </message>
    <message>
        <source>Next · step {number}</source>
        <translation>Siguiente · paso {number}</translation>
    </message>
</context>
<context>
    <name>NothingFoundView</name>
    <message>
        <source>Nothing found</source>
        <translation>No se encontró nada</translation>
    </message>
    <message>
        <source>No entry has all of these</source>
        <translation>Ninguna ficha tiene todo esto</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>No se encontró nada para “%1”</translation>
    </message>
    <message numerus="yes">
        <source>It may be the spelling, and the %n filter(s) leave little to search in.</source>
        <translation>
            <numerusform>Puede ser la ortografía, y el filtro deja poco donde buscar.</numerusform>
            <numerusform>Puede ser la ortografía, y los %n filtros dejan poco donde buscar.</numerusform>
        </translation>
    </message>
    <message>
        <source>It may be the spelling.</source>
        <translation>Puede ser la ortografía.</translation>
    </message>
    <message numerus="yes">
        <source>The %n filter(s) leave little to search in.</source>
        <translation>
            <numerusform>El filtro deja poco donde buscar.</numerusform>
            <numerusform>Los %n filtros dejan poco donde buscar.</numerusform>
        </translation>
    </message>
    <message>
        <source>A filter that fieldcat does not know is searched as words. F1 shows what can be typed, such as country:tz or year:2020..2024.</source>
        <translation>Un filtro que fieldcat no conoce se busca como palabras. F1 muestra lo que se puede escribir, como country:tz o year:2020..2024.</translation>
    </message>
    <message>
        <source>Try fewer words, or a word that means the same.</source>
        <translation>Pruebe con menos palabras o con otra que signifique lo mismo.</translation>
    </message>
    <message>
        <source>Did you mean</source>
        <translation>¿Quiso decir?</translation>
    </message>
    <message>
        <source>Without filters</source>
        <translation>Sin filtros</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries once all filters are off</source>
        <translation>
            <numerusform>%Ln ficha al quitar todos los filtros</numerusform>
            <numerusform>%Ln fichas al quitar todos los filtros</numerusform>
        </translation>
    </message>
    <message>
        <source>The whole casebook</source>
        <translation>Todo el compendio</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln ficha</numerusform>
            <numerusform>%Ln fichas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries with your filters</source>
        <translation>
            <numerusform>%Ln ficha con sus filtros</numerusform>
            <numerusform>%Ln fichas con sus filtros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries once the filters are off; none with them on</source>
        <translation>
            <numerusform>%Ln ficha al quitar los filtros; ninguna con ellos</numerusform>
            <numerusform>%Ln fichas al quitar los filtros; ninguna con ellos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show these %Ln</source>
        <translation>
            <numerusform>Mostrar esta</numerusform>
            <numerusform>Mostrar estas %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Or drop only one filter</source>
        <translation>O quite un solo filtro</translation>
    </message>
    <message>
        <source>Or drop the filter</source>
        <translation>O quite el filtro</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries without it</source>
        <translation>
            <numerusform>%Ln ficha sin él</numerusform>
            <numerusform>%Ln fichas sin él</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln</source>
        <translation>
            <numerusform>Mostrar %Ln</numerusform>
            <numerusform>Mostrar %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln entries without the filter %1</source>
        <translation>
            <numerusform>Mostrar %Ln ficha sin el filtro %1</numerusform>
            <numerusform>Mostrar %Ln fichas sin el filtro %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for a number to call?</source>
        <translation>¿Busca un número al que llamar?</translation>
    </message>
    <message>
        <source>the casebook</source>
        <translation>el compendio</translation>
    </message>
    <message numerus="yes">
        <source>There are %Ln help services in %1.</source>
        <translation>
            <numerusform>Hay %Ln servicio de ayuda en %1.</numerusform>
            <numerusform>Hay %Ln servicios de ayuda en %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Get help: %1</source>
        <translation>Buscar ayuda: %1</translation>
    </message>
    <message>
        <source>Get help</source>
        <translation>Buscar ayuda</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Search is being made ready</source>
        <translation>Se está preparando la búsqueda</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stop making search ready</source>
        <translation>Detener la preparación de la búsqueda</translation>
    </message>
    <message>
        <source>Only titles are searched.</source>
        <translation>Solo se busca en los títulos.</translation>
    </message>
    <message>
        <source>Search all texts</source>
        <translation>Buscar en todos los textos</translation>
    </message>
    <message>
        <source>Read why</source>
        <translation>Leer por qué</translation>
    </message>
    <message>
        <source>Search for that</source>
        <translation>Buscar eso</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>The word to use is “%1”, not “%2”.</source>
        <translation>Lo correcto es decir “%1”, no “%2”.</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>¿Quiso decir “%1”?</translation>
    </message>
    <message>
        <source>Search is being made ready. Until then only titles are searched.</source>
        <translation>Se está preparando la búsqueda. Hasta entonces solo se busca en los títulos.</translation>
    </message>
    <message>
        <source>What was taken in last was made for a newer fieldcat. It was left as it is, and an earlier casebook is shown. The newer fieldcat reads it.</source>
        <translation>Lo último que se incorporó se hizo para un fieldcat más nuevo. Se dejó como está y se muestra un compendio anterior. El fieldcat más nuevo lo lee.</translation>
    </message>
</context>
<context>
    <name>Noting</name>
    <message>
        <source>Note deleted.</source>
        <translation>Nota borrada.</translation>
    </message>
    <message>
        <source>Mark removed.</source>
        <translation>Marca quitada.</translation>
    </message>
</context>
<context>
    <name>OfferCard</name>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Import edition %1</source>
        <translation>Importar la edición %1</translation>
    </message>
    <message>
        <source>Takes up to %1, %2 free</source>
        <translation>Ocupa hasta %1, hay %2 libres</translation>
    </message>
    <message>
        <source>What it touches of yours</source>
        <translation>Lo que toca de lo suyo</translation>
    </message>
    <message>
        <source>Nothing that you keep, have notes on or show in sessions.</source>
        <translation>Nada de lo que guarda, anota o muestra en sesiones.</translation>
    </message>
    <message>
        <source>Your notes, folders, bookmarks and sessions are never altered by an import. One click goes back to edition %1.</source>
        <translation>Una importación nunca altera sus notas, carpetas, marcadores ni sesiones. Con un clic vuelve a la edición %1.</translation>
    </message>
    <message>
        <source>Your notes, folders, bookmarks and sessions are never altered by an import.</source>
        <translation>Una importación nunca altera sus notas, carpetas, marcadores ni sesiones.</translation>
    </message>
    <message>
        <source>Signed with the key %1. The publisher’s number: %2.</source>
        <translation>Firmado con la clave %1. El número de la editorial: %2.</translation>
    </message>
    <message>
        <source>Compare changes</source>
        <translation>Comparar los cambios</translation>
    </message>
</context>
<context>
    <name>OwnDelegate</name>
    <message>
        <source>Name of the search</source>
        <translation>Nombre de la búsqueda</translation>
    </message>
</context>
<context>
    <name>OwnModel</name>
    <message>
        <source>Saved</source>
        <translation>Guardada</translation>
    </message>
</context>
<context>
    <name>OwnThings</name>
    <message>
        <source>Folder “%1” removed. What was in it stays kept.</source>
        <translation>Se quitó la carpeta “%1”. Lo que había en ella sigue guardado.</translation>
    </message>
    <message>
        <source>Folder “%1” is back.</source>
        <translation>La carpeta “%1” está de vuelta.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries moved to “%1”.</source>
        <translation>
            <numerusform>%Ln ficha movida a “%1”.</numerusform>
            <numerusform>%Ln fichas movidas a “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries taken out of their folder.</source>
        <translation>
            <numerusform>%Ln ficha sacada de su carpeta.</numerusform>
            <numerusform>%Ln fichas sacadas de su carpeta.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries are back where they were.</source>
        <translation>
            <numerusform>%Ln ficha está otra vez donde estaba.</numerusform>
            <numerusform>%Ln fichas están otra vez donde estaban.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes deleted.</source>
        <translation>
            <numerusform>%Ln nota borrada.</numerusform>
            <numerusform>%Ln notas borradas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes are back.</source>
        <translation>
            <numerusform>%Ln nota está de vuelta.</numerusform>
            <numerusform>%Ln notas están de vuelta.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries taken from what you read.</source>
        <translation>
            <numerusform>%Ln ficha quitada de lo leído.</numerusform>
            <numerusform>%Ln fichas quitadas de lo leído.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries are back among what you read.</source>
        <translation>
            <numerusform>%Ln ficha está otra vez entre lo leído.</numerusform>
            <numerusform>%Ln fichas están otra vez entre lo leído.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln saved searches removed.</source>
        <translation>
            <numerusform>%Ln búsqueda guardada quitada.</numerusform>
            <numerusform>%Ln búsquedas guardadas quitadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln saved searches are back.</source>
        <translation>
            <numerusform>%Ln búsqueda guardada está de vuelta.</numerusform>
            <numerusform>%Ln búsquedas guardadas están de vuelta.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Page before</source>
        <translation>Página anterior</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Página siguiente</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Página {page} de {pages}</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>Step removed.</source>
        <translation>Paso quitado.</translation>
    </message>
</context>
<context>
    <name>PlanDelegate</name>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Minutes of this step</source>
        <translation>Minutos de este paso</translation>
    </message>
</context>
<context>
    <name>PlanList</name>
    <message>
        <source>Steps of the session</source>
        <translation>Pasos de la sesión</translation>
    </message>
</context>
<context>
    <name>PlanModel</name>
    <message>
        <source>Sensitive</source>
        <translation>Sensible</translation>
    </message>
    <message>
        <source>Text changed</source>
        <translation>Texto cambiado</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirado</translation>
    </message>
    <message>
        <source>Not in the casebook</source>
        <translation>No está en el compendio</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Paso %1: %2</translation>
    </message>
    <message>
        <source>ends after the session does</source>
        <translation>termina después de la sesión</translation>
    </message>
</context>
<context>
    <name>Planner</name>
    <message>
        <source>Does it fit, and what can be added</source>
        <translation>Si encaja, y qué se puede añadir</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Añadir un paso</translation>
    </message>
    <message>
        <source>Does it fit?</source>
        <translation>¿Encaja?</translation>
    </message>
    <message>
        <source>%1 planned: %2</source>
        <translation>%1 previstos: %2</translation>
    </message>
    <message>
        <source>%1 planned of %2</source>
        <translation>%1 previstos de %2</translation>
    </message>
    <message>
        <source>%1 planned</source>
        <translation>%1 previstos</translation>
    </message>
    <message>
        <source>%1, ends at %2</source>
        <translation>%1, termina a las %2</translation>
    </message>
    <message>
        <source>Nothing is planned yet</source>
        <translation>Aún no hay nada previsto</translation>
    </message>
    <message>
        <source>Add parts of the casebook from the side, or while you read, with “Add to session”. Your own texts, questions and breaks are added below.</source>
        <translation>Añada partes del compendio desde el lado o mientras lee, con «Añadir a la sesión». Sus propios textos, preguntas y pausas se añaden abajo.</translation>
    </message>
    <message>
        <source>Fill in the details</source>
        <translation>Escribir los datos</translation>
    </message>
    <message>
        <source>Own text</source>
        <translation>Texto propio</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>Imagen…</translation>
    </message>
</context>
<context>
    <name>PreferencesPage</name>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>Plegadas</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abiertas</translation>
    </message>
    <message>
        <source>Remember what I read</source>
        <translation>Recordar lo que leo</translation>
    </message>
    <message>
        <source>Call the window “Document”</source>
        <translation>Llamar a la ventana “Documento”</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Carpeta de datos</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>Reset these settings</source>
        <translation>Restablecer estos ajustes</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Of all text, here and in the casebook.</source>
        <translation>De todo el texto, aquí y en el compendio.</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Claro u oscuro</translation>
    </message>
    <message>
        <source>Light for a projector, dark for a dim room.</source>
        <translation>Claro para un proyector, oscuro para una sala con poca luz.</translation>
    </message>
    <message>
        <source>Sensitive parts</source>
        <translation>Partes sensibles</translation>
    </message>
    <message>
        <source>A folded part says why, and opens if you want.</source>
        <translation>Una parte plegada dice por qué lo está, y se abre si usted quiere.</translation>
    </message>
    <message>
        <source>What you read</source>
        <translation>Lo que lee</translation>
    </message>
    <message>
        <source>The list under My casebook, and your place in each entry. Switching this off clears both; “Undo” brings them back.</source>
        <translation>La lista en Mi compendio y su lugar en cada ficha. Al desactivarlo se borran ambos; “Deshacer” los devuelve.</translation>
    </message>
    <message>
        <source>Window title</source>
        <translation>Título de la ventana</translation>
    </message>
    <message>
        <source>The title and the list of open windows then tell nothing of what you read. The program&apos;s icon may still be seen.</source>
        <translation>Así, ni el título ni la lista de ventanas abiertas dicen lo que lee. El icono del programa puede seguir viéndose.</translation>
    </message>
    <message>
        <source>Folders with updates</source>
        <translation>Carpetas con actualizaciones</translation>
    </message>
    <message>
        <source>Files with new editions that come into these are offered quietly, as from a stick that is plugged in.</source>
        <translation>Los archivos con ediciones nuevas que llegan a ellas se ofrecen sin molestar, como los de una memoria que se conecta.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Of the window&apos;s own words. Entries stay in the languages they are in.</source>
        <translation>De las palabras de la ventana. Las fichas quedan en los idiomas en que están.</translation>
    </message>
    <message>
        <source>What you keep, your notes and these settings are here and nowhere else.</source>
        <translation>Lo que guarda, sus notas y estos ajustes están aquí y en ningún otro lugar.</translation>
    </message>
    <message>
        <source>Back to the beginning</source>
        <translation>Volver al comienzo</translation>
    </message>
    <message>
        <source>All of the above but the language. “Undo” brings your settings back.</source>
        <translation>Todo lo anterior, menos el idioma. “Deshacer” devuelve sus ajustes.</translation>
    </message>
    <message>
        <source>A hotline takes reports. A helpline listens.</source>
        <translation>Una línea de denuncia recibe reportes. Una línea de ayuda escucha.</translation>
    </message>
    <message>
        <source>What you read was cleared, and is not remembered any more.</source>
        <translation>Se borró lo que leyó, y ya no se recuerda.</translation>
    </message>
    <message>
        <source>What you read is back, and is remembered again.</source>
        <translation>Lo que leyó está de vuelta, y se recuerda otra vez.</translation>
    </message>
    <message>
        <source>The settings are as they were at the first start.</source>
        <translation>Los ajustes están como la primera vez.</translation>
    </message>
    <message>
        <source>Your settings are back.</source>
        <translation>Sus ajustes están de vuelta.</translation>
    </message>
    <message>
        <source>It cannot be written to: nothing that you do now can be saved.</source>
        <translation>No se puede escribir en ella: nada de lo que haga ahora se podrá guardar.</translation>
    </message>
    <message>
        <source>It is on a stick, and goes where the stick goes.</source>
        <translation>Está en una memoria USB, y va adonde ella va.</translation>
    </message>
    <message>
        <source>The folder could not be opened here.</source>
        <translation>La carpeta no se pudo abrir aquí.</translation>
    </message>
    <message>
        <source>Only when I ask</source>
        <translation>Solo cuando lo pida</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Cada semana</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>Cada mes</translation>
    </message>
    <message>
        <source>Looking for updates</source>
        <translation>Búsqueda de actualizaciones</translation>
    </message>
    <message>
        <source>At the web address of each publisher that has one. A few kilobytes are fetched, and nothing is taken in. Not where the connection is paid for by its use, as far as the system tells.</source>
        <translation>En la dirección web de cada editor que la tenga. Se descargan unos pocos kilobytes y no se incorpora nada. No donde la conexión se paga por uso, hasta donde el sistema lo dice.</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Black screen</source>
        <translation>Pantalla negra</translation>
    </message>
    <message>
        <source>Count hands</source>
        <translation>Contar manos</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Slide {number} of {total}</source>
        <translation>Diapositiva {number} de {total}</translation>
    </message>
    <message>
        <source>The room sees a black screen</source>
        <translation>La sala ve una pantalla negra</translation>
    </message>
    <message>
        <source>The room sees a plain card</source>
        <translation>La sala ve una tarjeta neutra</translation>
    </message>
    <message>
        <source>The room sees this</source>
        <translation>La sala ve esto</translation>
    </message>
    <message>
        <source>This is the last step.</source>
        <translation>Este es el último paso.</translation>
    </message>
    <message>
        <source>Next slide</source>
        <translation>Diapositiva siguiente</translation>
    </message>
    <message>
        <source>Step {number} is sensitive. The room will see a plain card first.</source>
        <translation>El paso {number} es sensible. La sala verá primero una tarjeta neutra.</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Mostrar de nuevo</translation>
    </message>
    <message>
        <source>Last slide</source>
        <translation>Última diapositiva</translation>
    </message>
    <message>
        <source>Next: step {number}</source>
        <translation>Siguiente: paso {number}</translation>
    </message>
</context>
<context>
    <name>Press</name>
    <message>
        <source>Save as PDF</source>
        <translation>Guardar como PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Archivos PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Saving the PDF file</source>
        <translation>Guardando el archivo PDF</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) went to the printer.</source>
        <translation>
            <numerusform>%n página fue a la impresora.</numerusform>
            <numerusform>%n páginas fueron a la impresora.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was printed: there are no such pages.</source>
        <translation>No se imprimió nada: esas páginas no existen.</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Imprimiendo</translation>
    </message>
    <message>
        <source>Stopped. Nothing was saved or printed.</source>
        <translation>Detenido. No se guardó ni se imprimió nada.</translation>
    </message>
    <message numerus="yes">
        <source>Saved as “%1” in the folder “%2”: %n page(s).</source>
        <translation>
            <numerusform>Guardado como «%1» en la carpeta «%2»: %n página.</numerusform>
            <numerusform>Guardado como «%1» en la carpeta «%2»: %n páginas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Guardar como PDF…</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. You can save a PDF file.</source>
        <translation>No hay ninguna impresora en este equipo. Puede guardar un archivo PDF.</translation>
    </message>
</context>
<context>
    <name>PreviewBar</name>
    <message>
        <source>Show them</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show what was found in the workspace</source>
        <translation>Mostrar lo que se encontró en el espacio de trabajo</translation>
    </message>
    <message>
        <source>Preview: the workspace is being read…</source>
        <translation>Vista previa: se está leyendo el espacio de trabajo…</translation>
    </message>
    <message numerus="yes">
        <source>Preview: %Ln faults. What you see is from before them.</source>
        <translation>
            <numerusform>Vista previa: %Ln fallo. Lo que ve es anterior a él.</numerusform>
            <numerusform>Vista previa: %Ln fallos. Lo que ve es anterior a ellos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Preview, not released: %Ln warnings.</source>
        <translation>
            <numerusform>Vista previa, sin publicar: %Ln aviso.</numerusform>
            <numerusform>Vista previa, sin publicar: %Ln avisos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Preview, not released: %Ln entries.</source>
        <translation>
            <numerusform>Vista previa, sin publicar: %Ln entrada.</numerusform>
            <numerusform>Vista previa, sin publicar: %Ln entradas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Related in the casebook</source>
        <translation>Relacionado en el compendio</translation>
    </message>
    <message>
        <source>Web addresses</source>
        <translation>Direcciones web</translation>
    </message>
    <message>
        <source>My notes</source>
        <translation>Mis notas</translation>
    </message>
    <message>
        <source>On the whole case</source>
        <translation>Sobre todo el caso</translation>
    </message>
    <message>
        <source>On the whole entry</source>
        <translation>Sobre toda la ficha</translation>
    </message>
    <message>
        <source>On passages</source>
        <translation>Sobre pasajes</translation>
    </message>
    <message>
        <source>Marked, without a note</source>
        <translation>Marcado, sin nota</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Cifra</translation>
    </message>
    <message>
        <source>What it counts</source>
        <translation>Qué cuenta</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Página {page} de {pages}</translation>
    </message>
    <message>
        <source>Printed on {date}</source>
        <translation>Impreso el {date}</translation>
    </message>
    <message>
        <source>Sensitive part left out: “{title}”. {reason} Whoever printed this had not opened it.</source>
        <translation>Parte sensible omitida: “{title}”. {reason} Quien imprimió esto no la había abierto.</translation>
    </message>
    <message>
        <source>The disk is full. The PDF file was not saved, and nothing else was changed. Save it to another disk, or make room on this one.</source>
        <translation>El disco está lleno. El archivo PDF no se guardó y no se cambió nada más. Guárdelo en otro disco o haga lugar en este.</translation>
    </message>
    <message>
        <source>The PDF file cannot be written there: the folder may be read-only, or the file open in another program. Choose another folder or another name.</source>
        <translation>El archivo PDF no se puede escribir allí: quizá la carpeta sea de solo lectura o el archivo esté abierto en otro programa. Elija otra carpeta u otro nombre.</translation>
    </message>
    <message>
        <source>The printer did not take the entry. See that it is switched on and connected, or save a PDF file instead.</source>
        <translation>La impresora no aceptó la ficha. Vea que esté encendida y conectada, o guarde un archivo PDF.</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>All figures</source>
        <translation>Todas las cifras</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organizaciones</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Referencias</translation>
    </message>
    <message>
        <source>(read {date})</source>
        <translation>(consultado el {date})</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Fuente: {source}</translation>
    </message>
    <message>
        <source>Text: {collection}, edition {edition}, {publisher}. {licence}</source>
        <translation>Texto: {collection}, edición {edition}, {publisher}. {licence}</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>Volver al texto</translation>
    </message>
    <message>
        <source>In the casebook</source>
        <translation>En el compendio</translation>
    </message>
    <message>
        <source>Read this instead</source>
        <translation>Lea esto en su lugar</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>Relacionado</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Parecidas a esta</translation>
    </message>
    <message>
        <source>Figures in folded sections are shown once these are opened.</source>
        <translation>Las cifras de secciones plegadas se muestran al abrirlas.</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Sitio web</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>App</source>
        <translation>Aplicación</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Other way</source>
        <translation>Otra vía</translation>
    </message>
    <message>
        <source>{label}: {value}</source>
        <comment>a fact and its name</comment>
        <translation>{label}: {value}</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>Capacidad</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidencia</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Autoría</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Publicado por</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Fecha de publicación</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Personas consultadas</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Período</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>works without internet</source>
        <translation>funciona sin internet</translation>
    </message>
    <message>
        <source>needs the internet</source>
        <translation>necesita internet</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Proveedor</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Ages</source>
        <translation>Edades</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Costo</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Funder</source>
        <translation>Financiador</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Monto</translation>
    </message>
    <message>
        <source>Opens</source>
        <translation>Apertura</translation>
    </message>
    <message>
        <source>Closes</source>
        <translation>Cierre</translation>
    </message>
    <message>
        <source>Who can apply</source>
        <translation>Quién puede postular</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Run by</source>
        <translation>A cargo de</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Propósito</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Short form</source>
        <translation>Sigla</translation>
    </message>
    <message>
        <source>Founded</source>
        <translation>Fundación</translation>
    </message>
    <message>
        <source>Also called</source>
        <translation>También llamado</translation>
    </message>
    <message>
        <source>Avoid</source>
        <translation>Evitar</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definición</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Source and licence</source>
        <translation>Fuente y licencia</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Ficha</translation>
    </message>
    <message>
        <source>over</source>
        <translation>más de</translation>
    </message>
    <message>
        <source>about</source>
        <translation>cerca de</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>al menos</translation>
    </message>
    <message>
        <source>up to</source>
        <translation>hasta</translation>
    </message>
    <message>
        <source>nearly</source>
        <translation>casi</translation>
    </message>
    <message>
        <source>under</source>
        <translation>menos de</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>aproximadamente</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <translation>MMM yyyy</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>MMMM &apos;de&apos; yyyy</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardada</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Copy: {fact}</source>
        <translation>Copiar: {fact}</translation>
    </message>
    <message>
        <source>Copy, as it stands here</source>
        <translation>Copiar como está aquí</translation>
    </message>
    <message>
        <source>Copy, with its source</source>
        <translation>Copiar con su fuente</translation>
    </message>
    <message>
        <source>In this case</source>
        <translation>En este caso</translation>
    </message>
    <message>
        <source>In this entry</source>
        <translation>En esta ficha</translation>
    </message>
</context>
<context>
    <name>ReaderActions</name>
    <message>
        <source>Enlarge</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>Let it go again</source>
        <translation>Dejar de guardarla</translation>
    </message>
    <message>
        <source>Keep this entry</source>
        <translation>Guardar esta ficha</translation>
    </message>
    <message>
        <source>Show the results beside the text again</source>
        <translation>Mostrar de nuevo los resultados junto al texto</translation>
    </message>
    <message>
        <source>Give the text the whole page</source>
        <translation>Dar al texto toda la página</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Beside the list</source>
        <translation>Junto a la lista</translation>
    </message>
    <message>
        <source>Put into a folder…</source>
        <translation>Poner en una carpeta…</translation>
    </message>
</context>
<context>
    <name>ReaderFrame</name>
    <message>
        <source>{at} of {all}</source>
        <translation>{at} de {all}</translation>
    </message>
    <message>
        <source>On the whole case</source>
        <translation>Sobre todo el caso</translation>
    </message>
    <message>
        <source>On the whole entry</source>
        <translation>Sobre toda la ficha</translation>
    </message>
</context>
<context>
    <name>ReadingDesk</name>
    <message>
        <source>Copied: %1</source>
        <translation>Copiado: %1</translation>
    </message>
    <message>
        <source>Copied, with its source.</source>
        <translation>Copiado con su fuente.</translation>
    </message>
    <message>
        <source>The note is on the words of the first paragraph.</source>
        <translation>La nota es sobre las palabras del primer párrafo.</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>Nobody here knows who made this</source>
        <translation>Aquí nadie conoce a quien hizo esto</translation>
    </message>
    <message>
        <source>You have switched this publisher off</source>
        <translation>Usted desactivó a este editor</translation>
    </message>
    <message>
        <source>This is not from the publisher that it names</source>
        <translation>Esto no es del editor que nombra</translation>
    </message>
    <message>
        <source>This is older than what you have</source>
        <translation>Esto es más antiguo que lo que tiene</translation>
    </message>
    <message>
        <source>This update builds on an edition that is not here</source>
        <translation>Esta actualización parte de una edición que no está aquí</translation>
    </message>
    <message>
        <source>The file could not be read to its end</source>
        <translation>El archivo no se pudo leer hasta el final</translation>
    </message>
    <message>
        <source>This file is damaged, or no update</source>
        <translation>Este archivo está dañado o no es una actualización</translation>
    </message>
    <message>
        <source>This needs a newer fieldcat</source>
        <translation>Esto necesita un fieldcat más nuevo</translation>
    </message>
    <message>
        <source>There is not enough room on this computer</source>
        <translation>No hay espacio suficiente en esta computadora</translation>
    </message>
    <message>
        <source>Nothing can be saved on this computer</source>
        <translation>No se puede guardar nada en esta computadora</translation>
    </message>
    <message>
        <source>Another import is under way</source>
        <translation>Otra importación está en curso</translation>
    </message>
    <message>
        <source>This could not be taken in</source>
        <translation>Esto no se pudo importar</translation>
    </message>
    <message>
        <source>The file says that it comes from “%1”. fieldcat takes in only what is signed by a publisher that you have added. Ask them for their card, and check with them that the number on it is theirs.</source>
        <translation>El archivo dice que viene de “%1”. fieldcat solo importa lo que firma un editor que usted haya añadido. Pídale su tarjeta, y compruebe con ella que el número que lleva es el suyo.</translation>
    </message>
    <message>
        <source>The file comes from “%1”. Switch them on again, then open it.</source>
        <translation>El archivo viene de “%1”. Actívelo de nuevo y luego ábralo.</translation>
    </message>
    <message>
        <source>It says that it comes from “%1”, but their key did not sign it. Somebody may have changed it. Do not use it, and tell whoever gave it to you.</source>
        <translation>Dice que viene de “%1”, pero no lo firmó su clave. Puede que alguien lo haya cambiado. No lo use, y avise a quien se lo dio.</translation>
    </message>
    <message>
        <source>The file holds edition %1, and edition %2 is here already. There is nothing to do. Ask for a newer edition, if there is one.</source>
        <translation>El archivo contiene la edición %1, y aquí ya está la edición %2. No hay nada que hacer. Pida una edición más nueva, si la hay.</translation>
    </message>
    <message>
        <source>It changes edition %1, and you have edition %2. Ask for the full file of edition %3, or for the update from yours.</source>
        <translation>Cambia la edición %1, y usted tiene la edición %2. Pida el archivo completo de la edición %3, o la actualización desde la suya.</translation>
    </message>
    <message>
        <source>It changes edition %1. Ask for the full file of edition %3.</source>
        <translation>Cambia la edición %1. Pida el archivo completo de la edición %3.</translation>
    </message>
    <message>
        <source>Was the stick pulled out? Put it in again and try once more. If it happens again, the stick may be worn: ask for another copy.</source>
        <translation>¿Se sacó la memoria USB? Póngala de nuevo e inténtelo otra vez. Si vuelve a pasar, puede que la memoria esté gastada: pida otra copia.</translation>
    </message>
    <message>
        <source>Copy it once more from where it came, or ask for it again. Updates are files whose names end in .fieldcat.</source>
        <translation>Cópielo de nuevo de donde vino, o pídalo otra vez. Las actualizaciones son archivos cuyo nombre termina en .fieldcat.</translation>
    </message>
    <message>
        <source>It was made for a newer fieldcat than this one. Ask whoever gave it to you for the newer program too, and install that first.</source>
        <translation>Se hizo para un fieldcat más nuevo que este. Pida también el programa más nuevo a quien se lo dio, e instálelo primero.</translation>
    </message>
    <message>
        <source>It takes up to %1 until it is done. Make room, then try again.</source>
        <translation>Ocupa hasta %1 mientras se hace. Libere espacio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The folder in which fieldcat keeps its files cannot be written to. Preferences shows which one it is.</source>
        <translation>No se puede escribir en la carpeta donde fieldcat guarda sus archivos. En Preferencias se ve cuál es.</translation>
    </message>
    <message>
        <source>Wait until it has ended, then try again.</source>
        <translation>Espere a que termine e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>A file would be larger than this stick can hold: 4 GB is the most on it. Format it as exFAT, or take another. Nothing was written.</source>
        <translation>Un archivo sería mayor de lo que cabe en esta memoria: 4 GB es lo máximo. Formatéela como exFAT o tome otra. No se escribió nada.</translation>
    </message>
    <message>
        <source>What was written was read back otherwise: this stick is failing. Take another.</source>
        <translation>Lo que se escribió se leyó distinto: esta memoria está fallando. Tome otra.</translation>
    </message>
    <message>
        <source>There is not enough room on it: %1 are needed. Make room there.</source>
        <translation>No hay bastante espacio: hacen falta %1. Haga sitio en ella.</translation>
    </message>
    <message>
        <source>It cannot be written to. Some sticks have a switch for that: look at its side.</source>
        <translation>No se puede escribir en ella. Algunas memorias tienen un interruptor para eso: mire en el lado.</translation>
    </message>
    <message>
        <source>An import is under way. Wait until it has ended, then try again.</source>
        <translation>Hay una importación en curso. Espere a que termine y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>It could not be written to its end. Was it pulled out? No file is there half: put it in, and try again.</source>
        <translation>No se pudo escribir hasta el final. ¿Se sacó? Ningún archivo quedó a medias: métala y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>some room</source>
        <translation>algo de espacio</translation>
    </message>
    <message>
        <source>This network wants you to log in first</source>
        <translation>Esta red pide que inicie sesión antes</translation>
    </message>
    <message>
        <source>The publisher’s host could not prove who it is</source>
        <translation>El servidor del editor no pudo demostrar quién es</translation>
    </message>
    <message>
        <source>This network does not let fieldcat through</source>
        <translation>Esta red no deja pasar a fieldcat</translation>
    </message>
    <message>
        <source>The publisher’s host could not be reached</source>
        <translation>No se pudo llegar al servidor del editor</translation>
    </message>
    <message>
        <source>This is not what a publisher puts there</source>
        <translation>Esto no es lo que un editor pone ahí</translation>
    </message>
    <message>
        <source>This card cannot be added</source>
        <translation>Esta tarjeta no se puede añadir</translation>
    </message>
    <message>
        <source>Another page answered in the place of %1. Open any page in a browser, log in to the network there, then try again.</source>
        <translation>En lugar de %1 respondió otra página. Abra cualquier página en un navegador, inicie sesión en la red y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Look whether the date and time of this computer are right. If they are, somebody may stand between you and %1: try from another network, or ask for a file.</source>
        <translation>Mire si la fecha y la hora de esta computadora son correctas. Si lo son, puede que alguien esté entre usted y %1: inténtelo desde otra red o pida un archivo.</translation>
    </message>
    <message>
        <source>The proxy “%2” stands between this network and the web. Ask whoever runs the network, or ask the publisher for a file.</source>
        <translation>El proxy «%2» está entre esta red y la web. Pregunte a quien lleve la red, o pida un archivo al editor.</translation>
    </message>
    <message>
        <source>There is no line to %1, or it broke too often. What came is kept. Try again where the line is better.</source>
        <translation>No hay línea hasta %1, o se cortó demasiadas veces. Lo que llegó se conserva. Vuelva a intentarlo donde la línea sea mejor.</translation>
    </message>
    <message>
        <source>Ask the publisher for the right address, or for a file.</source>
        <translation>Pida al editor la dirección correcta, o un archivo.</translation>
    </message>
    <message>
        <source>This publisher is here already. There is nothing to do.</source>
        <translation>Este editor ya está aquí. No hay nada que hacer.</translation>
    </message>
    <message>
        <source>It names the collection of “%1”, and other keys. If they have lost theirs, remove that publisher first, and be sure whose card this is.</source>
        <translation>Nombra la colección de «%1», con otras claves. Si han perdido las suyas, quite primero a ese editor y asegúrese de quién es esta tarjeta.</translation>
    </message>
    <message>
        <source>There are as many publishers as there can be. Remove one first.</source>
        <translation>Ya hay tantos editores como puede haber. Quite uno primero.</translation>
    </message>
    <message>
        <source>It has changed since it was shown. Open it again, and compare.</source>
        <translation>Ha cambiado desde que se mostró. Ábrala otra vez y compare.</translation>
    </message>
    <message>
        <source>It is damaged, or no publisher’s card. Ask for it again.</source>
        <translation>Está dañada, o no es la tarjeta de un editor. Pídala otra vez.</translation>
    </message>
    <message>
        <source>Nothing would be left to read. Nothing was changed.</source>
        <translation>No quedaría nada que leer. No se cambió nada.</translation>
    </message>
    <message>
        <source>That edition is not here any more. Nothing was changed.</source>
        <translation>Esa edición ya no está aquí. No se cambió nada.</translation>
    </message>
    <message>
        <source>Something else was changed after that; it stays as it is.</source>
        <translation>Después se cambió otra cosa; se queda como está.</translation>
    </message>
    <message>
        <source>Nobody told where its editions can be fetched.</source>
        <translation>Nadie dijo de dónde se pueden descargar sus ediciones.</translation>
    </message>
    <message>
        <source>This publisher is not known here. Nothing was changed.</source>
        <translation>Este editor no se conoce aquí. No se cambió nada.</translation>
    </message>
    <message>
        <source>A picture is missing here, and nobody could take in a copy without it. Open the file of the edition that you have again: that brings it back. Nothing was written.</source>
        <translation>Falta aquí una imagen, y nadie podría incorporar una copia sin ella. Abra de nuevo el archivo de la edición que tiene: así vuelve. No se escribió nada.</translation>
    </message>
    <message>
        <source>The casebook from before is not on this computer any more. What is here now stays as it is.</source>
        <translation>El compendio de antes ya no está en esta computadora. Lo que hay ahora se queda como está.</translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message>
        <source>Entries found</source>
        <translation>Fichas encontradas</translation>
    </message>
</context>
<context>
    <name>ResultModel</name>
    <message>
        <source>Passages that may answer</source>
        <translation>Pasajes que pueden responder</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Fichas</translation>
    </message>
    <message>
        <source>Some of your words</source>
        <translation>Algunas de sus palabras</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardada</translation>
    </message>
    <message>
        <source>Sensitive</source>
        <translation>Sensible</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries have some of them</source>
        <translation>
            <numerusform>%Ln ficha tiene algunas de sus palabras</numerusform>
            <numerusform>%Ln fichas tienen algunas de sus palabras</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsDialog</name>
    <message>
        <source>Questionnaires</source>
        <translation>Cuestionarios</translation>
    </message>
    <message>
        <source>When they were filled in</source>
        <translation>Cuándo se rellenaron</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Sheets that were filled in</source>
        <translation>Hojas rellenadas</translation>
    </message>
    <message>
        <source>Keep these totals</source>
        <translation>Guardar estos totales</translation>
    </message>
    <message>
        <source>Table for spreadsheets…</source>
        <translation>Tabla para hojas de cálculo…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Guardar como PDF…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Nothing is entered yet. Count the sheets, then enter the totals above.</source>
        <translation>Aún no hay nada anotado. Cuente las hojas y anote arriba los totales.</translation>
    </message>
    <message>
        <source>“{question}” has more answers than there are sheets. Count again, or correct the number of sheets. Nothing was kept yet.</source>
        <translation>«{question}» tiene más respuestas que hojas. Cuente de nuevo o corrija el número de hojas. Aún no se guardó nada.</translation>
    </message>
    <message>
        <source>Totals only: nobody&apos;s name, and no sheet one by one.</source>
        <translation>Solo totales: sin nombres y sin guardar cada hoja.</translation>
    </message>
    <message>
        <source>How answers changed</source>
        <translation>Cómo cambiaron las respuestas</translation>
    </message>
    <message>
        <source>Kept. What changed stands below.</source>
        <translation>Guardado. Lo que cambió está abajo.</translation>
    </message>
</context>
<context>
    <name>ReturnBar</name>
    <message numerus="yes">
        <source>Back to %Ln entries</source>
        <translation>
            <numerusform>Volver a %Ln ficha</numerusform>
            <numerusform>Volver a %Ln fichas</numerusform>
        </translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
</context>
<context>
    <name>RoomWindow</name>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>Withdrawn</source>
        <translation>Retirada</translation>
    </message>
    <message>
        <source>kept %1</source>
        <translation>guardada: %1</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Marked words</source>
        <translation>Palabras marcadas</translation>
    </message>
    <message>
        <source>read %1</source>
        <translation>leída: %1</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Contando…</translation>
    </message>
    <message>
        <source>Could not be counted</source>
        <translation>No se pudo contar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln ficha</numerusform>
            <numerusform>%Ln fichas</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modificada</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln nueva</numerusform>
            <numerusform>%Ln nuevas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Saved</name>
    <message>
        <source>Saved as “{file}” in the folder “{folder}”.</source>
        <translation>Guardado como «{file}» en la carpeta «{folder}».</translation>
    </message>
</context>
<context>
    <name>Sayings</name>
    <message numerus="yes">
        <source>%Ln notes</source>
        <translation>
            <numerusform>%Ln nota</numerusform>
            <numerusform>%Ln notas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln searches</source>
        <translation>
            <numerusform>%Ln búsqueda</numerusform>
            <numerusform>%Ln búsquedas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln ficha</numerusform>
            <numerusform>%Ln fichas</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing here says “%1”</source>
        <translation>Nada aquí dice “%1”</translation>
    </message>
    <message>
        <source>Titles, organisations and the words of your notes were searched, in this list only.</source>
        <translation>Se buscó en los títulos, las organizaciones y las palabras de sus notas, solo en esta lista.</translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln</source>
        <translation>
            <numerusform>Mostrar %Ln</numerusform>
            <numerusform>Mostrar las %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>This entry was withdrawn from the casebook, so its text is not on this computer.</source>
        <translation>Esta ficha se retiró del compendio, por eso su texto no está en esta computadora.</translation>
    </message>
    <message>
        <source>Its publisher withdrew it on %1: %2</source>
        <translation>Su editorial la retiró el %1: %2</translation>
    </message>
    <message>
        <source>What you wrote about it stays here until you remove it yourself.</source>
        <translation>Lo que escribió sobre ella queda aquí hasta que usted lo quite.</translation>
    </message>
    <message>
        <source>Read it as it was</source>
        <translation>Leerla como era</translation>
    </message>
    <message>
        <source>Keep it no longer</source>
        <translation>Dejar de guardarla</translation>
    </message>
    <message>
        <source>Last looked at on %1.</source>
        <translation>Vista por última vez el %1.</translation>
    </message>
    <message>
        <source>%1, %2 of them new since then.</source>
        <translation>%1, de ellas %2 nuevas desde entonces.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Buscar de nuevo</translation>
    </message>
    <message numerus="yes">
        <source>Show these %Ln</source>
        <translation>
            <numerusform>Mostrar esta</numerusform>
            <numerusform>Mostrar estas %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose “Save” over an entry, press its bookmark in the list, or Ctrl+D. It is kept here, and stays when the casebook is updated.</source>
        <translation>Elija “Guardar” sobre una ficha, pulse su marcador en la lista, o Ctrl+D. Se guarda aquí, y aquí queda cuando el compendio se actualiza.</translation>
    </message>
    <message>
        <source>If you have kept things on another computer, take them in from the file you copied there.</source>
        <translation>Si guardó cosas en otra computadora, incorpórelas del archivo que copió allí.</translation>
    </message>
    <message>
        <source>Nothing is kept yet</source>
        <translation>Todavía no hay nada guardado</translation>
    </message>
    <message>
        <source>Go to the casebook</source>
        <translation>Ir al compendio</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Carpeta nueva</translation>
    </message>
    <message>
        <source>Take in from a file…</source>
        <translation>Incorporar de un archivo…</translation>
    </message>
    <message>
        <source>“%1” is empty</source>
        <translation>“%1” está vacía</translation>
    </message>
    <message>
        <source>Keep an entry first: “Save” over its text, or Ctrl+D.</source>
        <translation>Guarde antes una ficha: “Guardar” sobre su texto, o Ctrl+D.</translation>
    </message>
    <message>
        <source>Drag entries onto the folder, or select them under “Kept” and choose “Move to…” (Ctrl+Shift+M).</source>
        <translation>Arrastre fichas a la carpeta, o selecciónelas en “Guardado” y elija “Mover a…” (Ctrl+Shift+M).</translation>
    </message>
    <message>
        <source>Show all that is kept</source>
        <translation>Mostrar todo lo guardado</translation>
    </message>
    <message>
        <source>In an entry, select some words and press Ctrl+H to mark them, or Ctrl+M to write a note on them. Without words selected, the note is on the whole entry.</source>
        <translation>En una ficha, seleccione palabras y pulse Ctrl+H para marcarlas, o Ctrl+M para escribir una nota sobre ellas. Sin palabras seleccionadas, la nota es sobre toda la ficha.</translation>
    </message>
    <message>
        <source>No notes yet</source>
        <translation>Todavía no hay notas</translation>
    </message>
    <message>
        <source>Entries that you read stand here, the newest first, to come back to.</source>
        <translation>Aquí están las fichas que lee, la más reciente primero, para volver a ellas.</translation>
    </message>
    <message>
        <source>Whoever uses this computer can see them. They can be cleared at any time.</source>
        <translation>Quien use esta computadora puede verlas. Se pueden borrar en cualquier momento.</translation>
    </message>
    <message>
        <source>Nothing read yet</source>
        <translation>Todavía no ha leído nada</translation>
    </message>
    <message>
        <source>fieldcat does not note which entries you read, nor how far. Nothing of it is stored.</source>
        <translation>fieldcat no anota qué fichas lee ni hasta dónde. No se guarda nada de eso.</translation>
    </message>
    <message>
        <source>What you read is not remembered</source>
        <translation>No se recuerda lo que lee</translation>
    </message>
    <message>
        <source>Remember what I read</source>
        <translation>Recordar lo que leo</translation>
    </message>
    <message>
        <source>Search the casebook, tick filters, and press Ctrl+S. The search is kept here and tells how many entries it finds, and how many are new.</source>
        <translation>Busque en el compendio, marque filtros y pulse Ctrl+S. La búsqueda se guarda aquí y dice cuántas fichas encuentra y cuántas son nuevas.</translation>
    </message>
    <message>
        <source>No saved searches yet</source>
        <translation>Todavía no hay búsquedas guardadas</translation>
    </message>
    <message numerus="yes">
        <source>%Ln</source>
        <comment>a number by itself</comment>
        <translation>
            <numerusform>%Ln</numerusform>
            <numerusform>%Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Found just now</source>
        <translation>Recién encontrado</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>En esta computadora</translation>
    </message>
    <message>
        <source>fieldcat looks whether “%1” is whole, and who signed it. That changes nothing.</source>
        <translation>fieldcat mira si “%1” está completo y quién lo firmó. Eso no cambia nada.</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>Se está comprobando</translation>
    </message>
    <message>
        <source>Close this</source>
        <translation>Cerrar esto</translation>
    </message>
    <message>
        <source>This edition is in use now.</source>
        <translation>Esta edición ya está en uso.</translation>
    </message>
    <message>
        <source>“%1” holds the edition that you have already. There is nothing to do.</source>
        <translation>“%1” contiene la edición que ya tiene. No hay nada que hacer.</translation>
    </message>
    <message>
        <source>Published by %1.</source>
        <translation>Publicado por %1.</translation>
    </message>
    <message>
        <source>This edition came with fieldcat.</source>
        <translation>Esta edición vino con fieldcat.</translation>
    </message>
    <message>
        <source>To bring it up to date, open a file whose name ends in .fieldcat, or drop one on this window. It is checked first, and you see what it would change.</source>
        <translation>Para ponerlo al día, abra un archivo cuyo nombre termine en .fieldcat, o suelte uno sobre esta ventana. Primero se comprueba, y usted ve qué cambiaría.</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Abrir un archivo</translation>
    </message>
    <message>
        <source>Go back to before the last import</source>
        <translation>Volver a antes de la última importación</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>“%1” was withdrawn. %2</source>
        <translation>“%1” se retiró. %2</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Actualizaciones</translation>
    </message>
    <message>
        <source>Looking what is on this computer.</source>
        <translation>Mirando qué hay en esta computadora.</translation>
    </message>
    <message>
        <source>Open another file</source>
        <translation>Abrir otro archivo</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Nothing was changed: the casebook that you had is still in use.</source>
        <translation>No se cambió nada: el compendio que tenía sigue en uso.</translation>
    </message>
    <message>
        <source>Cannot be taken in</source>
        <translation>No se puede importar</translation>
    </message>
    <message>
        <source>Edition %1, in “%2”</source>
        <translation>Edición %1, en “%2”</translation>
    </message>
    <message>
        <source>Edition %1, on “%2”</source>
        <translation>Edición %1, en la unidad “%2”</translation>
    </message>
    <message>
        <source>came with fieldcat</source>
        <translation>vino con fieldcat</translation>
    </message>
    <message>
        <source>fieldcat reads what the card “%1” says. That changes nothing.</source>
        <translation>fieldcat lee lo que dice la tarjeta «%1». Eso no cambia nada.</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>Se está leyendo</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se cambió nada.</translation>
    </message>
    <message>
        <source>Switched off: nothing of it is shown, and nothing is taken in. What you kept and noted stays.</source>
        <translation>Desactivado: no se muestra nada suyo ni se incorpora nada. Lo que guardó y anotó se conserva.</translation>
    </message>
    <message>
        <source>You trust this publisher, and nothing of it was taken in yet. Open its file.</source>
        <translation>Usted confía en este editor, y todavía no se ha incorporado nada suyo. Abra su archivo.</translation>
    </message>
    <message>
        <source>Its editions can also be fetched from %1, when you ask for it.</source>
        <translation>Sus ediciones también se pueden descargar de %1, cuando lo pidas.</translation>
    </message>
    <message>
        <source>The publisher’s number: %1. The same in words: %2.</source>
        <translation>El número del editor: %1. Lo mismo en palabras: %2.</translation>
    </message>
    <message>
        <source>Check for updates</source>
        <translation>Buscar actualizaciones</translation>
    </message>
    <message>
        <source>Read another edition</source>
        <translation>Leer otra edición</translation>
    </message>
    <message>
        <source>Switch this publisher off</source>
        <translation>Desactivar este editor</translation>
    </message>
    <message>
        <source>Switch this publisher on</source>
        <translation>Activar este editor</translation>
    </message>
    <message>
        <source>Remove this publisher</source>
        <translation>Quitar este editor</translation>
    </message>
    <message>
        <source>All other publishers stay as they are, and so does what you made. The newest edition stays here, too, and can be chosen again.</source>
        <translation>Los demás editores se quedan como están, y lo que usted hizo también. La edición más nueva se queda aquí y se puede volver a elegir.</translation>
    </message>
    <message>
        <source>Read edition %1 of %2</source>
        <translation>Leer la edición %1, del %2</translation>
    </message>
    <message>
        <source>Stay with this one</source>
        <translation>Quedarse con esta</translation>
    </message>
    <message>
        <source>Copy to another stick</source>
        <translation>Copiar a otra memoria</translation>
    </message>
    <message>
        <source>Copied to “%1”</source>
        <translation>Copiado en «%1»</translation>
    </message>
    <message>
        <source>%1 were read back from the stick, every byte. You can pull it out, and put in the next one.</source>
        <translation>Se volvieron a leer %1 de la memoria, byte a byte. Puedes sacarla y meter la siguiente.</translation>
    </message>
    <message>
        <source>It could not be copied to “%1”</source>
        <translation>No se pudo copiar en «%1»</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>desactivado</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>fieldcat asks the publisher of “%1” for its newest edition. A few kilobytes come for that, and nothing is changed.</source>
        <translation>fieldcat pregunta al editor de «%1» por su edición más nueva. Para eso llegan unos pocos kilobytes, y no se cambia nada.</translation>
    </message>
    <message>
        <source>Asking the publisher</source>
        <translation>Se pregunta al editor</translation>
    </message>
    <message>
        <source>%1 are fetched from %2. You can stop at any time: what came is kept.</source>
        <translation>Se descargarán %1 de %2. Puedes detenerlo en cualquier momento: lo que llegó se conserva.</translation>
    </message>
    <message>
        <source>All of it came already.</source>
        <translation>Ya llegó todo.</translation>
    </message>
    <message>
        <source>The system says that this connection is paid for by its use.</source>
        <translation>El sistema dice que esta conexión se paga por uso.</translation>
    </message>
    <message>
        <source>Nothing is changed by that. You see first what the edition would change.</source>
        <translation>Eso no cambia nada. Verás primero qué cambiaría la edición.</translation>
    </message>
    <message>
        <source>Fetch edition %1</source>
        <translation>Descargar la edición %1</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>A publisher’s card</source>
        <translation>Tarjeta de un editor</translation>
    </message>
    <message>
        <source>Cannot be added</source>
        <translation>No se puede añadir</translation>
    </message>
    <message>
        <source>Could not be fetched</source>
        <translation>No se pudo descargar</translation>
    </message>
    <message>
        <source>Being asked</source>
        <translation>Se está preguntando</translation>
    </message>
    <message>
        <source>Edition %1, over the web</source>
        <translation>Edición %1, por la web</translation>
    </message>
    <message>
        <source>Edition %1 is being fetched</source>
        <translation>Se está descargando la edición %1</translation>
    </message>
    <message>
        <source>Nothing taken in yet</source>
        <translation>Todavía nada incorporado</translation>
    </message>
    <message>
        <source>Going back never touches your notes, folders, bookmarks and sessions.</source>
        <translation>Volver atrás nunca toca sus notas, carpetas, marcadores ni sesiones.</translation>
    </message>
    <message>
        <source>Edition %1 was taken in by a newer fieldcat, which it needs: this one leaves it as it is. To import with this one, go back first, under “History”.</source>
        <translation>La edición %1 la incorporó un fieldcat más nuevo, que hace falta para ella: este la deja como está. Para importar con este, vuelva atrás primero, en «Historial».</translation>
    </message>
    <message>
        <source>Edition %1 needs a newer fieldcat</source>
        <translation>La edición %1 necesita un fieldcat más nuevo</translation>
    </message>
    <message>
        <source>edition %1 needs a newer fieldcat</source>
        <translation>la edición %1 necesita un fieldcat más nuevo</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search the casebook</source>
        <translation>Buscar en el compendio</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Borrar la búsqueda</translation>
    </message>
</context>
<context>
    <name>Selecting</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Select this section</source>
        <translation>Seleccionar esta sección</translation>
    </message>
    <message>
        <source>Delete the note here</source>
        <translation>Borrar la nota de aquí</translation>
    </message>
    <message>
        <source>Remove the mark here</source>
        <translation>Quitar la marca de aquí</translation>
    </message>
    <message>
        <source>Go to the note here</source>
        <translation>Ir a la nota de aquí</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Selected words</source>
        <translation>Palabras seleccionadas</translation>
    </message>
</context>
<context>
    <name>SensitiveNote</name>
    <message>
        <source>Sensitive: {reason}</source>
        <translation>Sensible: {reason}</translation>
    </message>
</context>
<context>
    <name>ServicePart</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy: {channel}</source>
        <translation>Copiar: {channel}</translation>
    </message>
    <message>
        <source>I called, it works</source>
        <translation>He llamado y funciona</translation>
    </message>
    <message>
        <source>I tried it, it works</source>
        <translation>Lo he probado y funciona</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
</context>
<context>
    <name>ServicesView</name>
    <message>
        <source>Help services</source>
        <translation>Servicios de ayuda</translation>
    </message>
    <message>
        <source>Also in {place}</source>
        <translation>También en {place}</translation>
    </message>
    <message>
        <source>When those of {place} do not fit</source>
        <translation>Cuando los de {place} no sirven</translation>
    </message>
    <message>
        <source>Across borders</source>
        <translation>Más allá de las fronteras</translation>
    </message>
</context>
<context>
    <name>SessionDesk</name>
    <message>
        <source>New session</source>
        <translation>Sesión nueva</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (copia)</translation>
    </message>
    <message>
        <source>Open a session file</source>
        <translation>Abrir un archivo de sesión</translation>
    </message>
    <message>
        <source>Sessions (%1)</source>
        <translation>Sesiones (%1)</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>Guardar la sesión</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Elegir una imagen</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>Imágenes (%1)</translation>
    </message>
    <message>
        <source>This is no picture that fieldcat can show: it takes PNG, JPEG, WebP.</source>
        <translation>Esto no es una imagen que fieldcat pueda mostrar: acepta PNG, JPEG y WebP.</translation>
    </message>
    <message>
        <source>Added to “%1”.</source>
        <translation>Añadido a «%1».</translation>
    </message>
    <message>
        <source>This is a template now: it stands under Templates.</source>
        <translation>Ahora es una plantilla: está en Plantillas.</translation>
    </message>
    <message>
        <source>This is a session now, no template any more.</source>
        <translation>Ahora es una sesión y ya no una plantilla.</translation>
    </message>
    <message>
        <source>Archived: it stands at the end of the list.</source>
        <translation>Archivada: está al final de la lista.</translation>
    </message>
    <message>
        <source>Taken out of the archive.</source>
        <translation>Sacada del archivo.</translation>
    </message>
    <message>
        <source>Session removed.</source>
        <translation>Sesión quitada.</translation>
    </message>
</context>
<context>
    <name>SessionFaults</name>
    <message>
        <source>This is longer than what can be kept. Shorten it: until then, what was saved last stays saved.</source>
        <translation>Esto es más largo de lo que se puede guardar. Acórtelo: mientras tanto queda guardado lo último que se guardó.</translation>
    </message>
    <message>
        <source>A session can have %1 steps, and not more.</source>
        <translation>Una sesión puede tener %1 pasos, no más.</translation>
    </message>
    <message>
        <source>This session, or this step, is not on this computer any more.</source>
        <translation>Esta sesión, o este paso, ya no está en este equipo.</translation>
    </message>
</context>
<context>
    <name>SessionList</name>
    <message>
        <source>Sessions</source>
        <translation>Sesiones</translation>
    </message>
</context>
<context>
    <name>SessionLog</name>
    <message>
        <source>By country</source>
        <translation>Por país</translation>
    </message>
    <message>
        <source>By audience</source>
        <translation>Por público</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>Por mes</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Sin indicar</translation>
    </message>
    <message>
        <source>Sessions held</source>
        <translation>Sesiones realizadas</translation>
    </message>
    <message>
        <source>Numbers only: no names of people are kept.</source>
        <translation>Solo números: no se guardan nombres de personas.</translation>
    </message>
    <message>
        <source>people not counted</source>
        <translation>personas sin contar</translation>
    </message>
    <message>
        <source>Each session</source>
        <translation>Cada sesión</translation>
    </message>
</context>
<context>
    <name>SessionMenu</name>
    <message>
        <source>Empty plan</source>
        <translation>Plan vacío</translation>
    </message>
    <message>
        <source>Make a session of it</source>
        <translation>Hacer una sesión con ella</translation>
    </message>
    <message>
        <source>Questionnaire results…</source>
        <translation>Resultados del cuestionario…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicar</translation>
    </message>
    <message>
        <source>Use as a session</source>
        <translation>Usar como sesión</translation>
    </message>
    <message>
        <source>Use as a template</source>
        <translation>Usar como plantilla</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Sacar del archivo</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivar</translation>
    </message>
    <message>
        <source>Save as a file, plan only…</source>
        <translation>Guardar como archivo, solo el plan…</translation>
    </message>
    <message>
        <source>Save as a file, with results…</source>
        <translation>Guardar como archivo, con resultados…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Questionnaires</source>
        <translation>Cuestionarios</translation>
    </message>
    <message>
        <source>Change this step</source>
        <translation>Cambiar este paso</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Leaflet of this case…</source>
        <translation>Folleto de este caso…</translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message>
        <source>Part of an entry</source>
        <translation>Parte de una ficha</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Cifra</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Término</translation>
    </message>
    <message>
        <source>Help service</source>
        <translation>Servicio de ayuda</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Discussion</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation>Adivinanza</translation>
    </message>
    <message>
        <source>Own text</source>
        <translation>Texto propio</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>Cuestionario</translation>
    </message>
    <message>
        <source>Myth or fact</source>
        <translation>Mito o realidad</translation>
    </message>
    <message>
        <source>Questionnaire before</source>
        <translation>Cuestionario al comienzo</translation>
    </message>
    <message>
        <source>Questionnaire after</source>
        <translation>Cuestionario al final</translation>
    </message>
    <message>
        <source>Questionnaire later</source>
        <translation>Cuestionario meses después</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Sin título</translation>
    </message>
</context>
<context>
    <name>SessionsBar</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
</context>
<context>
    <name>SessionsPage</name>
    <message>
        <source>Open a session file</source>
        <translation>Abrir un archivo de sesión</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Start session</source>
        <translation>Comenzar la sesión</translation>
    </message>
    <message>
        <source>Open the plan</source>
        <translation>Abrir el plan</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Sessions held</source>
        <translation>Sesiones realizadas</translation>
    </message>
    <message>
        <source>Hand-outs</source>
        <translation>Para repartir</translation>
    </message>
</context>
<context>
    <name>ShelfDelegate</name>
    <message>
        <source>Name of the folder</source>
        <translation>Nombre de la carpeta</translation>
    </message>
</context>
<context>
    <name>ShelfHeader</name>
    <message>
        <source>Search within</source>
        <translation>Buscar aquí dentro</translation>
    </message>
    <message>
        <source>Choose another list or folder</source>
        <translation>Elegir otra lista o carpeta</translation>
    </message>
    <message>
        <source>Remember what I read</source>
        <translation>Recordar lo que leo</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vaciar</translation>
    </message>
    <message>
        <source>Empty this list; Undo brings it back</source>
        <translation>Vaciar esta lista; Deshacer la devuelve</translation>
    </message>
    <message>
        <source>Enter opens the entry at the note.</source>
        <translation>Intro abre la ficha en la nota.</translation>
    </message>
    <message>
        <source>Enter asks a search again.</source>
        <translation>Intro repite una búsqueda.</translation>
    </message>
</context>
<context>
    <name>ShelfModel</name>
    <message>
        <source>Kept</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Recently read</source>
        <translation>Leído hace poco</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Búsquedas guardadas</translation>
    </message>
    <message>
        <source>Folder %1</source>
        <translation>Carpeta %1</translation>
    </message>
</context>
<context>
    <name>ShelfPanel</name>
    <message>
        <source>What you keep</source>
        <translation>Lo que guarda</translation>
    </message>
    <message>
        <source>Close the list</source>
        <translation>Cerrar la lista</translation>
    </message>
</context>
<context>
    <name>ShelfTree</name>
    <message>
        <source>What you keep</source>
        <translation>Lo que guarda</translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message>
        <source>This session has no steps yet. Add some first.</source>
        <translation>Esta sesión aún no tiene pasos. Añada algunos primero.</translation>
    </message>
    <message>
        <source>This session is not on this computer any more.</source>
        <translation>Esta sesión ya no está en este equipo.</translation>
    </message>
</context>
<context>
    <name>SlideView</name>
    <message>
        <source>Black screen</source>
        <translation>Pantalla negra</translation>
    </message>
</context>
<context>
    <name>Slides</name>
    <message>
        <source>{name}. As stated on {date}.</source>
        <translation>{name}. Según lo indicado el {date}.</translation>
    </message>
    <message>
        <source>As stated on {date}.</source>
        <translation>Según lo indicado el {date}.</translation>
    </message>
    <message>
        <source>Where to get help</source>
        <translation>Dónde pedir ayuda</translation>
    </message>
    <message>
        <source>Where to get help in {place}</source>
        <translation>Dónde pedir ayuda: {place}</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>Un momento, por favor</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Descanso</translation>
    </message>
    <message>
        <source>Myth or fact?</source>
        <translation>¿Mito o realidad?</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Let us talk about this</source>
        <translation>Hablemos de esto</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>La respuesta</translation>
    </message>
    <message>
        <source>What do you think now? Nobody writes a name.</source>
        <translation>¿Qué piensa usted ahora? Nadie escribe su nombre.</translation>
    </message>
    <message>
        <source>And now? Nobody writes a name.</source>
        <translation>¿Y ahora? Nadie escribe su nombre.</translation>
    </message>
    <message>
        <source>A few questions on paper</source>
        <translation>Unas preguntas en papel</translation>
    </message>
</context>
<context>
    <name>Starting</name>
    <message>
        <source>fieldcat</source>
        <translation>fieldcat</translation>
    </message>
    <message>
        <source>The file with what you saved is damaged.</source>
        <translation>El archivo con lo que guardó está dañado.</translation>
    </message>
    <message>
        <source>It was set aside and kept as %1.</source>
        <translation>Se apartó y se conserva como %1.</translation>
    </message>
    <message>
        <source>The newest backup, made %1, can be put in its place.</source>
        <translation>Se puede poner en su lugar la copia de seguridad más reciente, hecha el %1.</translation>
    </message>
    <message>
        <source>Restore the newest backup</source>
        <translation>Recuperar la copia más reciente</translation>
    </message>
    <message>
        <source>The casebook itself is not touched by this.</source>
        <translation>El compendio de casos no se ve afectado.</translation>
    </message>
    <message>
        <source>Begin with nothing saved</source>
        <translation>Empezar sin nada guardado</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>The newest backup that can be read was restored.</source>
        <translation>Se recuperó la copia de seguridad más reciente que se puede leer.</translation>
    </message>
    <message>
        <source>It was made %1. These are back:</source>
        <translation>Se hizo el %1. Esto está de vuelta:</translation>
    </message>
    <message>
        <source>What you did after that is not in it.</source>
        <translation>Lo que hizo después no está en ella.</translation>
    </message>
    <message>
        <source>No backup can be read.</source>
        <translation>No se puede leer ninguna copia de seguridad.</translation>
    </message>
    <message>
        <source>All of them were left as they are.</source>
        <translation>Todas se dejaron como están.</translation>
    </message>
    <message>
        <source>Nothing can be saved here: the place can only be read. Searching and reading work.</source>
        <translation>Aquí no se puede guardar nada: el lugar es de solo lectura. Buscar y leer funcionan.</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
</context>
<context>
    <name>StepModel</name>
    <message>
        <source>Step {number}</source>
        <translation>Paso {number}</translation>
    </message>
    <message>
        <source>Sensitive</source>
        <translation>Sensible</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Mostrado</translation>
    </message>
</context>
<context>
    <name>StepPane</name>
    <message>
        <source>This step</source>
        <translation>Este paso</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutos</translation>
    </message>
    <message>
        <source>Your notes, which only you see</source>
        <translation>Sus notas, que solo usted ve</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Points for who gets stuck, one a line</source>
        <translation>Puntos para quien no sabe seguir, uno por línea</translation>
    </message>
    <message>
        <source>The right answer</source>
        <translation>La respuesta correcta</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Explicación</translation>
    </message>
    <message>
        <source>What the room sees</source>
        <translation>Lo que ve la sala</translation>
    </message>
    <message>
        <source>New text</source>
        <translation>Texto nuevo</translation>
    </message>
    <message>
        <source>Use the new text</source>
        <translation>Usar el texto nuevo</translation>
    </message>
    <message>
        <source>The casebook has a newer text of this. Yours stays as it is until you take the new one.</source>
        <translation>El compendio tiene un texto más nuevo de esto. El suyo queda como está hasta que tome el nuevo.</translation>
    </message>
    <message>
        <source>The publisher withdrew this entry: %1 Yours stays as it is.</source>
        <translation>Quien la publica retiró esta ficha: %1 La suya queda como está.</translation>
    </message>
    <message>
        <source>The entry no longer has this part. Yours stays as it is.</source>
        <translation>La ficha ya no tiene esta parte. La suya queda como está.</translation>
    </message>
    <message>
        <source>The casebook on this computer does not have this entry. Yours stays as it is.</source>
        <translation>El compendio de esta computadora no tiene esta ficha. La suya queda como está.</translation>
    </message>
    <message>
        <source>A question in a line of its own, its answers in the lines below it, an empty line before the next one. A * before an answer says that it is the right one.</source>
        <translation>Una pregunta en su propia línea, sus respuestas en las líneas de debajo y una línea vacía antes de la siguiente. Un * delante de una respuesta indica que es la correcta.</translation>
    </message>
    <message>
        <source>Questions, the same before, after and later</source>
        <translation>Preguntas, las mismas antes, después y más adelante</translation>
    </message>
    <message>
        <source>Answers, one a line, at most %1</source>
        <translation>Respuestas, una por línea, %1 como máximo</translation>
    </message>
    <message>
        <source>What is to be seen, for those who cannot see it</source>
        <translation>Qué se ve, para quien no puede verlo</translation>
    </message>
    <message>
        <source>Words under the picture</source>
        <translation>Palabras bajo la imagen</translation>
    </message>
    <message numerus="yes">
        <source>The last %Ln answers are not kept.</source>
        <translation>
            <numerusform>La última respuesta no se guarda.</numerusform>
            <numerusform>Las últimas %Ln respuestas no se guardan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines are not kept: a question has at most %1 answers, and there are at most %2 questions.</source>
        <translation>
            <numerusform>%Ln línea no se guarda: una pregunta tiene como máximo %1 respuestas, y hay como máximo %2 preguntas.</numerusform>
            <numerusform>%Ln líneas no se guardan: una pregunta tiene como máximo %1 respuestas, y hay como máximo %2 preguntas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StickView</name>
    <message>
        <source>Another folder…</source>
        <translation>Otra carpeta…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy to “%1”</source>
        <translation>Copiar en «%1»</translation>
    </message>
    <message>
        <source>Copy to a stick</source>
        <translation>Copiar a una memoria</translation>
    </message>
    <message>
        <source>For others to take in: the newest edition that is here of %1, and the cards of the publishers that you added. Nothing of what you made is copied. Every byte is read back from the stick and compared.</source>
        <translation>Para que otras personas lo incorporen: la edición más nueva que hay aquí de %1, y las tarjetas de los editores que añadió. No se copia nada de lo que usted hizo. Cada byte se vuelve a leer de la memoria y se compara.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Adónde</translation>
    </message>
    <message>
        <source>No stick is plugged in. Plug one in, or choose a folder.</source>
        <translation>No hay ninguna memoria conectada. Conecte una o elija una carpeta.</translation>
    </message>
    <message>
        <source>The programs in the folder “installers”, too: %1</source>
        <translation>También los programas de la carpeta «installers»: %1</translation>
    </message>
    <message>
        <source>%1, %2 free</source>
        <translation>%1, %2 libres</translation>
    </message>
</context>
<context>
    <name>Stoppable</name>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
</context>
<context>
    <name>Stopping</name>
    <message>
        <source>From the beginning</source>
        <translation>Desde el comienzo</translation>
    </message>
    <message>
        <source>Where you stopped</source>
        <translation>Donde se quedó</translation>
    </message>
    <message>
        <source>Back to the figures</source>
        <translation>Volver a las cifras</translation>
    </message>
</context>
<context>
    <name>Surveying</name>
    <message>
        <source>This session has no questionnaire. Write its questions in the plan first.</source>
        <translation>Esta sesión no tiene cuestionario. Escriba primero sus preguntas en el plan.</translation>
    </message>
    <message>
        <source>Save a table</source>
        <translation>Guardar una tabla</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tablas (*.csv)</translation>
    </message>
</context>
<context>
    <name>Surveys</name>
    <message>
        <source>Totals only: no one&apos;s answers were kept. Shares are of those who answered.</source>
        <translation>Solo totales: no se guardó la respuesta de nadie. Los porcentajes son de quienes respondieron.</translation>
    </message>
    <message>
        <source>{answer} (the right answer)</source>
        <translation>{answer} (la respuesta correcta)</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Some months later</source>
        <translation>Unos meses después</translation>
    </message>
    <message>
        <source>{share} ({count} of {answered})</source>
        <translation>{share} ({count} de {answered})</translation>
    </message>
</context>
<context>
    <name>TextPiece</name>
    <message>
        <source>{words}, link</source>
        <translation>{words}, enlace</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>End</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>End the session (Esc); it asks first</source>
        <translation>Terminar la sesión (Esc); antes pregunta</translation>
    </message>
    <message>
        <source>Show a neutral page at once, here and on the wall (%1)</source>
        <translation>Mostrar enseguida una página neutra, aquí y en la pared (%1)</translation>
    </message>
    <message>
        <source>Step {number} of {total}</source>
        <translation>Paso {number} de {total}</translation>
    </message>
    <message>
        <source>{time} over</source>
        <translation>{time} de más</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>quedan {time}</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>a tiempo</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) late</source>
        <translation>
            <numerusform>%n minuto tarde</numerusform>
            <numerusform>%n minutos tarde</numerusform>
        </translation>
    </message>
    <message>
        <source>time is up</source>
        <translation>se acabó el tiempo</translation>
    </message>
</context>
<context>
    <name>Touching</name>
    <message>
        <source>You keep this</source>
        <translation>Lo tiene guardado</translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes of yours</source>
        <translation>
            <numerusform>%Ln nota suya</numerusform>
            <numerusform>%Ln notas suyas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %Ln sessions of yours</source>
        <translation>
            <numerusform>En %Ln sesión suya</numerusform>
            <numerusform>En %Ln sesiones suyas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries that you keep have changed.</source>
        <translation>
            <numerusform>Cambió %Ln ficha que guarda.</numerusform>
            <numerusform>Cambiaron %Ln fichas que guarda.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries that you keep are withdrawn. You can still read them, marked so.</source>
        <translation>
            <numerusform>Se retiró %Ln ficha que guarda. Aún puede leerla, marcada así.</numerusform>
            <numerusform>Se retiraron %Ln fichas que guarda. Aún puede leerlas, marcadas así.</numerusform>
        </translation>
    </message>
    <message>
        <source>In your folders: %1.</source>
        <translation>En sus carpetas: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of your notes stay at their passages.</source>
        <translation>
            <numerusform>%Ln de sus notas se queda en su pasaje.</numerusform>
            <numerusform>%Ln de sus notas se quedan en sus pasajes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of your notes are on what is withdrawn. They stay.</source>
        <translation>
            <numerusform>%Ln de sus notas está en lo retirado. Se queda.</numerusform>
            <numerusform>%Ln de sus notas están en lo retirado. Se quedan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions show entries that change. Each step stays as you added it.</source>
        <translation>
            <numerusform>%Ln sesión muestra fichas que cambian. Cada paso queda como lo añadió.</numerusform>
            <numerusform>%Ln sesiones muestran fichas que cambian. Cada paso queda como lo añadió.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions show entries that are withdrawn. Each step stays as you added it.</source>
        <translation>
            <numerusform>%Ln sesión muestra fichas retiradas. Cada paso queda como lo añadió.</numerusform>
            <numerusform>%Ln sesiones muestran fichas retiradas. Cada paso queda como lo añadió.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Brought back.</source>
        <translation>De vuelta.</translation>
    </message>
    <message>
        <source>It could not be brought back: %1 You can try again.</source>
        <translation>No se pudo devolver: %1 Puede intentarlo de nuevo.</translation>
    </message>
</context>
<context>
    <name>UpdatesBar</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Abrir un archivo</translation>
    </message>
</context>
<context>
    <name>UpdatesSide</name>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>What was imported and when, and going back</source>
        <translation>Qué se importó y cuándo, y volver atrás</translation>
    </message>
    <message>
        <source>Add a publisher</source>
        <translation>Añadir un editor</translation>
    </message>
    <message>
        <source>Open the card that a publisher gave you</source>
        <translation>Abrir la tarjeta que le dio un editor</translation>
    </message>
</context>
<context>
    <name>Updating</name>
    <message>
        <source>Open a file with a new edition</source>
        <translation>Abrir un archivo con una edición nueva</translation>
    </message>
    <message>
        <source>Choose a folder to copy to</source>
        <translation>Elegir una carpeta a la que copiar</translation>
    </message>
    <message>
        <source>“%1” holds %2.</source>
        <translation>“%1” contiene %2.</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Verla</translation>
    </message>
    <message>
        <source>%1 is in use now.</source>
        <translation>%1 ya está en uso.</translation>
    </message>
    <message>
        <source>%1 came with this fieldcat, and is in use now.</source>
        <translation>%1 vino con este fieldcat y ya está en uso.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>There is no import to go back from.</source>
        <translation>No hay ninguna importación de la que volver.</translation>
    </message>
    <message>
        <source>The casebook is as it was before the last import. What you made is untouched.</source>
        <translation>El compendio está como antes de la última importación. Lo que usted hizo no se tocó.</translation>
    </message>
    <message>
        <source>Editions and publishers’ cards (%1)</source>
        <translation>Ediciones y tarjetas de editores (%1)</translation>
    </message>
    <message>
        <source>Open the card of a publisher</source>
        <translation>Abrir la tarjeta de un editor</translation>
    </message>
    <message>
        <source>Publishers’ cards (%1)</source>
        <translation>Tarjetas de editores (%1)</translation>
    </message>
    <message>
        <source>%2 can be fetched from its publisher.</source>
        <translation>%2 se puede descargar de su editor.</translation>
    </message>
    <message>
        <source>Edition %1 of “%2” is the newest, and it is here.</source>
        <translation>La edición %1 de «%2» es la más nueva, y está aquí.</translation>
    </message>
    <message>
        <source>“%1” was added. Nothing of it is here before you take it in.</source>
        <translation>Se añadió «%1». No hay nada suyo aquí hasta que lo incorpore.</translation>
    </message>
</context>
<context>
    <name>WatchedFolders</name>
    <message>
        <source>Folders to look into</source>
        <translation>Carpetas en las que mirar</translation>
    </message>
    <message>
        <source>Add Downloads</source>
        <translation>Añadir Descargas</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Añadir una carpeta…</translation>
    </message>
    <message>
        <source>Choose a folder to look into</source>
        <translation>Elegir una carpeta en la que mirar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Look into %1 no more</source>
        <translation>No mirar más en %1</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome to fieldcat</source>
        <translation>Le damos la bienvenida a fieldcat</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Primeros pasos</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Claro u oscuro</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Start reading</source>
        <translation>Empezar a leer</translation>
    </message>
    <message>
        <source>Type words or a whole question, and tick filters. %1 comes back to the search from anywhere.</source>
        <translation>Escriba palabras o una pregunta entera, y marque filtros. %1 vuelve a la búsqueda desde cualquier lugar.</translation>
    </message>
    <message>
        <source>The bookmark, or %1, keeps an entry. Mark passages and write notes; all of it is under My casebook.</source>
        <translation>El marcador, o %1, guarda una ficha. Marque pasajes y escriba notas; todo está en Mi compendio.</translation>
    </message>
    <message>
        <source>%1 shows a neutral page at once; “Continue” at its foot, or Tab and then Enter, leads back. It does not close fieldcat, lock the computer, or take back what others have seen.</source>
        <translation>%1 muestra enseguida una página neutra; «Continuar», al pie, o Tab y luego Intro, trae todo de vuelta. No cierra fieldcat, no bloquea la computadora ni borra lo que otras personas ya vieron.</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>What you make stays here</source>
        <translation>Lo que hace queda aquí</translation>
    </message>
    <message>
        <source>Nothing is sent anywhere</source>
        <translation>No se envía nada</translation>
    </message>
    <message>
        <source>No account, no connection needed, and nobody counts what you read.</source>
        <translation>Sin cuenta ni conexión, y nadie cuenta lo que lee.</translation>
    </message>
    <message>
        <source>Without a mouse</source>
        <translation>Sin ratón</translation>
    </message>
    <message>
        <source>Everything has a key: %1 lists them, %2 opens the whole menu.</source>
        <translation>Todo tiene una tecla: %1 las enumera, %2 abre el menú completo.</translation>
    </message>
    <message>
        <source>On this computer only. Others who use it under your name can open it too.</source>
        <translation>Solo en esta computadora. Quienes la usen con su nombre también pueden abrirlo.</translation>
    </message>
    <message>
        <source>In %1 only. Others who use this computer under your name can open it too.</source>
        <translation>Solo en %1. Quienes usen esta computadora con su nombre también pueden abrirlo.</translation>
    </message>
    <message>
        <source>A casebook on child online safety for those who train others: what was done, for whom, with what result, and where each figure comes from.</source>
        <translation>Un compendio sobre la seguridad de la niñez y la adolescencia en línea para quienes capacitan a otras personas: qué se hizo, para quién, con qué resultado y de dónde viene cada cifra.</translation>
    </message>
</context>
<context>
    <name>WithdrawnNote</name>
    <message>
        <source>Withdrawn on {date} by {publisher}: {reason} This is the text as it was here last; do not pass it on as valid.</source>
        <translation>Retirada el {date} por {publisher}: {reason} Este es el texto como estuvo aquí por última vez; no lo transmita como vigente.</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>All %Ln</source>
        <translation>
            <numerusform>Toda, %Ln</numerusform>
            <numerusform>Todas, %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln nueva</numerusform>
            <numerusform>%Ln nuevas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln cambiada</numerusform>
            <numerusform>%Ln cambiadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln withdrawn</source>
        <translation>
            <numerusform>%Ln retirada</numerusform>
            <numerusform>%Ln retiradas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Mostrar %Ln más</numerusform>
            <numerusform>Mostrar %Ln más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paragraphs are the same.</source>
        <translation>
            <numerusform>%Ln párrafo es igual.</numerusform>
            <numerusform>%Ln párrafos son iguales.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not read yet</source>
        <translation>
            <numerusform>%Ln aún sin leer</numerusform>
            <numerusform>%Ln aún sin leer</numerusform>
        </translation>
    </message>
    <message>
        <source>Edition %1 of “%3” was imported, after edition %2.</source>
        <translation>Se importó la edición %1 de “%3”, después de la edición %2.</translation>
    </message>
    <message>
        <source>Edition %1 of “%3” was imported.</source>
        <translation>Se importó la edición %1 de “%3”.</translation>
    </message>
    <message>
        <source>Edition %1 of “%3” was chosen instead of edition %2.</source>
        <translation>Se eligió la edición %1 de “%3” en lugar de la edición %2.</translation>
    </message>
    <message>
        <source>“%3” was switched off.</source>
        <translation>Se desactivó “%3”.</translation>
    </message>
    <message>
        <source>“%3” was switched on.</source>
        <translation>Se activó “%3”.</translation>
    </message>
    <message>
        <source>“%3” was removed.</source>
        <translation>Se quitó “%3”.</translation>
    </message>
    <message>
        <source>%1, edition %2</source>
        <translation>%1, edición %2</translation>
    </message>
    <message>
        <source>Edition %1</source>
        <translation>Edición %1</translation>
    </message>
    <message>
        <source>Dated %1, %2</source>
        <translation>Del %1, %2</translation>
    </message>
    <message>
        <source>later than this computer’s clock says: see to its date</source>
        <translation>posterior al reloj de esta computadora: revise su fecha</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days old</source>
        <translation>
            <numerusform>de hace %Ln día</numerusform>
            <numerusform>de hace %Ln días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln weeks old</source>
        <translation>
            <numerusform>de hace %Ln semana</numerusform>
            <numerusform>de hace %Ln semanas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln months old</source>
        <translation>
            <numerusform>de hace %Ln mes</numerusform>
            <numerusform>de hace %Ln meses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln years old</source>
        <translation>
            <numerusform>de hace %Ln año</numerusform>
            <numerusform>de hace %Ln años</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln seconds left</source>
        <translation>
            <numerusform>falta alrededor de %Ln segundo</numerusform>
            <numerusform>faltan alrededor de %Ln segundos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln minutes left</source>
        <translation>
            <numerusform>falta alrededor de %Ln minuto</numerusform>
            <numerusform>faltan alrededor de %Ln minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>after your edition %1</source>
        <translation>sigue a su edición %1</translation>
    </message>
    <message>
        <source>today</source>
        <translation>de hoy</translation>
    </message>
    <message>
        <source>Checked: signed by %1</source>
        <translation>Comprobado: firmado por %1</translation>
    </message>
</context>
<context>
    <name>WorkView</name>
    <message>
        <source>How far it is</source>
        <translation>Cuánto lleva</translation>
    </message>
</context>
<context>
    <name>WorkWords</name>
    <message>
        <source>You can go on reading. Where the line breaks, fieldcat waits a little and goes on where it broke. What came is kept, also when you stop or close the window: the next try begins there.</source>
        <translation>Puede seguir leyendo. Si la línea se corta, fieldcat espera un poco y sigue donde se cortó. Lo que llegó se conserva, también si lo detiene o cierra la ventana: el próximo intento empieza ahí.</translation>
    </message>
    <message>
        <source>Being fetched from %1</source>
        <translation>Se descarga de %1</translation>
    </message>
    <message>
        <source>Stop for now</source>
        <translation>Detener por ahora</translation>
    </message>
    <message>
        <source>Switching “%1” off</source>
        <translation>Se desactiva «%1»</translation>
    </message>
    <message>
        <source>Switching “%1” on</source>
        <translation>Se activa «%1»</translation>
    </message>
    <message>
        <source>Removing “%1”</source>
        <translation>Se quita «%1»</translation>
    </message>
    <message>
        <source>Turning to edition %2 of “%1”</source>
        <translation>Se pasa a la edición %2 de «%1»</translation>
    </message>
    <message>
        <source>A casebook is put together as you want it; until that is done, the one that you had is in use. What you kept and noted stays in either.</source>
        <translation>Se monta un compendio como lo quiere; hasta que esté, se usa el que tenía. Lo que guardó y anotó se conserva en ambos.</translation>
    </message>
    <message>
        <source>Stop and leave it as it was</source>
        <translation>Detener y dejarlo como estaba</translation>
    </message>
    <message>
        <source>Each file is written, and read back from the stick, before it gets its name there. You can go on reading.</source>
        <translation>Cada archivo se escribe, y se vuelve a leer de la memoria, antes de recibir allí su nombre. Puede seguir leyendo.</translation>
    </message>
    <message>
        <source>Copying to “%1”</source>
        <translation>Se copia en «%1»</translation>
    </message>
    <message>
        <source>Leave the stick in until it is done.</source>
        <translation>Deje la memoria puesta hasta que termine.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>“%1” is switched off. Nothing of it was deleted.</source>
        <translation>«%1» está desactivado. No se borró nada suyo.</translation>
    </message>
    <message>
        <source>“%1” is switched on.</source>
        <translation>«%1» está activado.</translation>
    </message>
    <message>
        <source>“%1” was removed. What you kept and noted of it stays.</source>
        <translation>Se quitó «%1». Lo que guardó y anotó de él se conserva.</translation>
    </message>
    <message>
        <source>Edition %2 of “%1” is in use now.</source>
        <translation>La edición %2 de «%1» ya está en uso.</translation>
    </message>
    <message>
        <source>The casebook is as it was before.</source>
        <translation>El compendio está como antes.</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>%1 hasta ahora</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Cover</name>
    <message>
        <source>Sensitive: {title}</source>
        <translation>Sensible: {title}</translation>
    </message>
    <message>
        <source>Open section</source>
        <translation>Abrir la sección</translation>
    </message>
</context>
<context>
    <name>_Opened</name>
    <message>
        <source>Sensitive</source>
        <translation>Sensible</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Plegar</translation>
    </message>
</context>
</TS>
