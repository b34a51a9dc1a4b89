package org.linli.platform.embedded;

import java.nio.file.Path;

/// Another Linli is running on the same data.
final class DataFolderInUse extends RuntimeException {

    DataFolderInUse(Path folder) {
        super("another Linli is running on the data in %s"
                .formatted(folder.toAbsolutePath().normalize()));
    }
}
