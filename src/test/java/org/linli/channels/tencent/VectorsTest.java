package org.linli.channels.tencent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The platform's own samples of signing and encrypting, and those that others verified.
class VectorsTest {

    @TestFactory
    Stream<DynamicTest> everyVectorHolds() {
        return JsonMapper.shared()
                .readTree(Shared.wechat("vectors.json"))
                .valueStream()
                .map(it -> dynamicTest(text(it, "id"), () -> check(it)));
    }

    private static void check(JsonNode vector) throws AesKey.NotForUs {
        String kind = text(vector, "kind");
        if (kind.equals("jsapi")) {
            return; // signs web pages, which no call to us carries
        }
        if (kind.equals("plainSignature")) {
            assertThat(Signature.matches(text(vector, "msgSignature"), signed(vector)))
                    .isTrue();
            return;
        }
        if (!vector.path("msgSignature").isNull()) {
            assertThat(Signature.matches(text(vector, "msgSignature"), signed(vector, text(vector, "cipher"))))
                    .isTrue();
        }
        if (!vector.path("decrypted").isNull()) {
            opensAndCloses(vector);
        }
    }

    private static void opensAndCloses(JsonNode vector) throws AesKey.NotForUs {
        AesKey key = AesKey.of(text(vector, "encodingAESKey"));
        String receiver = text(vector, "receiveId");
        String opened = key.open(text(vector, "cipher"), receiver);
        assertThat(opened)
                .isEqualTo(text(vector, "decrypted"))
                .contains(vector.path("contains").asString(""));
        if (text(vector, "kind").equals("encryptDeterministic")) {
            String note = text(vector, "note");
            byte[] prefix = note.substring(note.indexOf("= ") + 2).getBytes(UTF_8);
            assertThat(key.close(opened, receiver, prefix)).isEqualTo(text(vector, "cipher"));
        }
    }

    private static String[] signed(JsonNode vector, String... more) {
        var parts = Stream.of(text(vector, "token"), text(vector, "timestamp"), text(vector, "nonce"));
        return Stream.concat(parts, Stream.of(more)).toArray(String[]::new);
    }

    private static String text(JsonNode vector, String name) {
        return vector.path(name).asString("");
    }
}
