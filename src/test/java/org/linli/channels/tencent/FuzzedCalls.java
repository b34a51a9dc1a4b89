package org.linli.channels.tencent;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.linli.channels.WebhookRejected;

/// What platforms post: whatever the bytes are, they are read, or refused as unreadable.
public final class FuzzedCalls {

    private FuzzedCalls() {}

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
    }
}
