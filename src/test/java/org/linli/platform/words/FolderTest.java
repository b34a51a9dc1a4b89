package org.linli.platform.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

class FolderTest {

    /// Packed on the class path, and in these tests also in the working directory.
    private static final Path ON_DISK = Path.of("org/linli/platform/words");

    private final Folder folder = new Folder("org/linli/platform/words");

    @AfterEach
    void tidyUp() throws IOException {
        FileSystemUtils.deleteRecursively(Path.of("org"));
    }

    @Test
    void findsTheFilesOfTheWorkingDirectoryByTheirPathWithin() {
        assertThat(new Folder("intents").readWhole(".yml")).containsKeys("chatter.yml", "report/noise.yml");
    }

    @Test
    void findsThePackedFilesWhereTheWorkingDirectoryHasNone() {
        assertThat(folder.read("FolderTest.class")).containsOnlyKeys("FolderTest.class");
    }

    @Test
    void whoeverChangesOneFileKeepsTheOthers() throws IOException {
        Files.createDirectories(ON_DISK);
        Files.writeString(ON_DISK.resolve("FolderTest.class"), "changed");

        assertThat(folder.read(".class"))
                .containsEntry("FolderTest.class", "changed")
                .containsKey("Folder.class");
        assertThat(folder.readWhole(".class")).containsOnlyKeys("FolderTest.class");
    }

    @Test
    void aFolderThatIsNowhereIsEmpty() {
        assertThat(new Folder("no-such-folder").read(".yml")).isEmpty();
    }
}
