package org.linli.channels.webchat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Lines and pictures of the web chat, as browsers hand them in.
public final class FuzzedDrafts {

    private static final int MOST = 2_000;

    private FuzzedDrafts() {}

    /// What looks right.
    public static List<byte[]> seeds() {
        return List.of(
                "{\"id\":\"a\",\"text\":\"灯坏了\",\"speaker\":\"r1\",\"quotes\":\"b\"}".getBytes(UTF_8),
                "{\"id\":\"a\",\"picture\":\"p\"}".getBytes(UTF_8),
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        Pictures.Picture.of(bytes);
        try {
            var draft = JsonMapper.shared().readValue(new String(bytes, UTF_8), Draft.class);
            if (draft != null) {
                said(draft);
            }
        } catch (JacksonException | Refusal refused) {
            // as it should be
        }
    }

    private static void said(Draft draft) {
        String text = draft.said(MOST).text();
        if (text != null && (text.indexOf('\0') >= 0 || text.codePointCount(0, text.length()) > MOST)) {
            throw new AssertionError("a line that cannot be kept");
        }
        draft.quoted();
    }
}
