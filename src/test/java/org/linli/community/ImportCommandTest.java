package org.linli.community;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImportCommandTest {

    @Test
    void theCommandBecomesAStartThatImportsAndServesNobody() {
        var options = ImportCommand.asOptions(new String[] {"community", "import", "a.yaml", "--x=y"});

        assertThat(options)
                .containsExactly(
                        "--linli.community.import=a.yaml",
                        "--x=y",
                        "--linli.community.import-only=true",
                        "--server.port=0",
                        "--linli.jobs.enabled=false",
                        "--linli.welcome=false");
    }

    @Test
    void otherArgumentsStayAsTheyAre() {
        assertThat(ImportCommand.asOptions(new String[] {"--server.port=1"})).containsExactly("--server.port=1");
        assertThat(ImportCommand.isMeant(new String[] {"community", "import"})).isFalse();
    }
}
