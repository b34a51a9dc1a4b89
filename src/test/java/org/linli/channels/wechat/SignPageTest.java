package org.linli.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SignPageTest {

    private static final Path VECTORS = Path.of("../shared/wechat/vectors.json");

    @Test
    void thePlatformsOwnExampleIsSignedAsItSays() throws IOException {
        assumeTrue(Files.exists(VECTORS), "the platform's examples are not here: " + VECTORS);
        JsonNode example = StreamSupport.stream(
                        JsonMapper.shared().readTree(Files.readString(VECTORS)).spliterator(), false)
                .filter(it -> it.path("id").asString("").equals("jsapi-official"))
                .findFirst()
                .orElseThrow();
        assertThat(SignPage.signature(
                        example.path("cipher").asString(),
                        example.path("nonce").asString(),
                        Long.parseLong(example.path("timestamp").asString()),
                        example.path("plain").asString() + "#top"))
                .isEqualTo(example.path("msgSignature").asString());
    }
}
