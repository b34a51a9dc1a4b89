package org.linli.channels.tencent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.linli.channels.WebhookRejected;

/// What platforms post: whatever the bytes are, they are read, or refused as unreadable.
public final class FuzzedCalls {

    private FuzzedCalls() {}

    /// What looks right.
    public static List<byte[]> seeds() throws IOException {
        var seeds = new ArrayList<byte[]>();
        try (var files = Files.list(Path.of("src/test/resources/wechat"))) {
            for (var file : files.toList()) {
                seeds.add(Files.readAllBytes(file));
            }
        }
        return seeds;
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        try {
            ReadXml.from(text);
        } catch (WebhookRejected refused) {
            // as it should be
        }
        try {
            ReadJson.from(text);
        } catch (WebhookRejected refused) {
            // as it should be
        }
        PlatformAnswer.read(text).ifPresent(PlatformAnswer::errcode);
        AccessToken.parse(text);
    }
}
