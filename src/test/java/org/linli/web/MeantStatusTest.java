package org.linli.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class MeantStatusTest {

    @Test
    void aDiskThatTakesNoFileIsANeighbourThatIsAway() {
        var full = new IOException("No space left on device");

        assertThat(MeantStatus.of(full)).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(MeantStatus.of(new UncheckedIOException(full))).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(MeantStatus.of(new FileSystemException("a"))).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    }

    @Test
    void whatCannotBeReadByUsIsOurMistake() {
        assertThat(MeantStatus.of(new MalformedInputException(1))).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
    }
}
