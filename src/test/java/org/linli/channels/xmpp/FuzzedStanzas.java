package org.linli.channels.xmpp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.jivesoftware.smack.packet.Message;

/// What stands inside a message of XMPP that the library can read.
public final class FuzzedStanzas {

    private static final Translate TRANSLATE = new Translate(Stanzas.ACCOUNT);

    private FuzzedStanzas() {}

    /// What looks right.
    public static List<byte[]> seeds() {
        return List.of(
                "<body>geo:1,2</body>".getBytes(UTF_8),
                "<body>&gt; 老王: 灯坏了\n好的</body><thread>t</thread>".getBytes(UTF_8),
                "<x xmlns='jabber:x:oob'><url>https://upload.example.org/1.jpg</url></x>".getBytes(UTF_8),
                "<replace xmlns='urn:xmpp:message-correct:0' id='m0'/><body>a</body>".getBytes(UTF_8),
                "<delay xmlns='urn:xmpp:delay' stamp='2026-03-01T23:30:00Z'/><body>a</body>".getBytes(UTF_8));
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        String inside = new String(bytes, UTF_8);
        Upload.at(inside, List.of("upload.example.org")).ifPresent(Upload::content);
        Message inRoom;
        Message inPrivate;
        try {
            inRoom = Stanzas.inRoom(inside);
            inPrivate = Stanzas.inPrivate(inside);
            // the library asserts what is not so of some stanzas; programs run without its assertions
        } catch (IllegalArgumentException | ClassCastException | AssertionError unreadable) {
            return;
        }
        for (var message : List.of(inRoom, inPrivate)) {
            TRANSLATE.live(message, null, Stanzas.NOW);
            TRANSLATE.report(message, Stanzas.NOW);
            TRANSLATE.archived(message, Stanzas.ROOM, "a", Stanzas.NOW);
        }
    }
}
