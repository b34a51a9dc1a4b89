package org.linli.understanding.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.linli.platform.words.Folder;
import org.linli.understanding.examples.Examples;

/// The examples that we ship: what is learnt from four fifths of them is good enough for the rest.
class OurIntentsTest {

    @Test
    @Timeout(300)
    void unseenSentencesAreMostlyUnderstood() throws IOException {
        var examples = Examples.read(new Folder("intents").read(".yml"));
        var report = Report.of(new CrossValidation(5).run(examples.all()));

        assertThat(report.macroF1()).isGreaterThan(0.66);
        assertThat(report.scores()).hasSizeGreaterThanOrEqualTo(43);
    }
}
