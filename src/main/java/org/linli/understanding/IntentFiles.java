package org.linli.understanding;

import java.util.SortedMap;
import org.linli.platform.words.Folder;
import org.linli.understanding.examples.Examples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The examples that came with the program, or those of the folder beside it, which is whole and takes their place.
@Component
public class IntentFiles {

    private final Folder folder;

    @Autowired
    IntentFiles(UnderstandingProperties properties) {
        this(properties.intents());
    }

    public IntentFiles(String folder) {
        this.folder = new Folder(folder);
    }

    /// Text by path within the folder, like `report/noise.yml`. Reads the disk: blocking.
    public SortedMap<String, String> read() {
        return folder.readWhole(".yml");
    }

    /// Names this content: the same files give the same print, any change another.
    public static String print(SortedMap<String, String> files) {
        return Examples.print(files);
    }
}
