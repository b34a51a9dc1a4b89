package org.linli.platform.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The folder in which the embedded servers keep their data, held by one running program at a time.
final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel held;

    private DataFolder(Path path, FileChannel held) {
        this.path = path;
        this.held = held;
    }

    /// Takes the folder, making it where it is missing. The operating system lets go of it when the program ends,
    /// however it ends.
    ///
    /// @throws DataFolderInUse when another running program holds it
    static DataFolder take(Path path) throws IOException {
        Files.createDirectories(path);
        var channel = FileChannel.open(path.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new DataFolder(path, channel);
            }
        } catch (OverlappingFileLockException heldByThisProgram) {
            // falls through: it is in use, whoever uses it
        }
        channel.close();
        throw new DataFolderInUse(path);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        held.close();
    }
}
