package org.linli.platform.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FolderTest {

    @Test
    void findsTheFilesOfTheWorkingDirectoryByTheirPathWithin() {
        assertThat(new Folder("intents").read(".yml")).containsKeys("chatter.yml", "report/noise.yml");
    }

    @Test
    void findsThePackedFilesWhereTheWorkingDirectoryHasNone() {
        assertThat(new Folder("org/linli/platform/words").read("FolderTest.class"))
                .containsOnlyKeys("FolderTest.class");
    }

    @Test
    void aFolderThatIsNowhereIsEmpty() {
        assertThat(new Folder("no-such-folder").read(".yml")).isEmpty();
    }
}
