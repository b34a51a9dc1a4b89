package org.linli.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.LinliTest;
import org.linli.community.file.UnusableFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import reactor.test.StepVerifier;

/// In a database of its own, without any community.
@LinliTest
@TestPropertySource(properties = "linli.community.import-only=false")
@DirtiesContext
class FirstStartTest {

    @Autowired
    ImportCommunity imports;

    @Autowired
    Communities communities;

    @Autowired
    LeftAtStart left;

    @Test
    void aProgramThatHasNobodyToServeStopsWithWhatIsWrong(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("ours.yaml"), "community: {id: new, nmae: 新}\n");

        new ImportAtStart(imports, communities, left, file.toString(), false, false)
                .run()
                .as(StepVerifier::create)
                .verifyErrorSatisfies(it -> assertThat(it)
                        .isInstanceOf(UnusableFile.class)
                        .hasMessageContaining("ours.yaml line 1: column 'nmae'"));
        assertThat(left.any()).isEmpty();
    }
}
