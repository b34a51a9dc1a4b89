package org.linli.channels.wecom.kf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Entries of a service desk's page: nothing in them can fail, whatever they hold.
public final class FuzzedDeskPages {

    private FuzzedDeskPages() {}

    /// What looks right.
    public static List<byte[]> seeds() {
        return List.of("""
                {"msgid":"m","external_userid":"w","origin":3,"msgtype":"text","text":{"content":"灯坏了"},"send_time":1}""".getBytes(UTF_8), """
                {"origin":4,"msgtype":"event","event":{"event_type":"enter_session","welcome_code":"c","scene":"s"}}""".getBytes(UTF_8), """
                {"origin":3,"msgtype":"location","location":{"latitude":1e999,"longitude":2,"name":"n"}}""".getBytes(UTF_8));
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            var entry = JsonMapper.shared().readTree(new String(bytes, UTF_8));
            if (KfMessage.read(entry).id().isEmpty()) {
                throw new AssertionError("an entry without an id would be taken for the next one");
            }
        } catch (JacksonException noJson) {
            // refused before it comes here
        }
    }
}
