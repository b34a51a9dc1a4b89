package org.linli.standin;

import java.util.Map;
import org.linli.platform.words.Folder;
import org.linli.standin.wecom.Keys;
import org.springframework.core.env.Environment;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What the demo's corporation agreed on with WeCom, and who belongs to it.
final class WecomKeys {

    private static final String CORP = "linli.channels.wecom.corps[0].";
    private static final TypeReference<Map<String, String>> NAMES = new TypeReference<>() {};

    private WecomKeys() {}

    static Keys of(Environment environment) {
        String corpId = text(environment, "corp-id");
        return new Keys(
                corpId,
                text(environment, "apps[0].id"),
                Long.parseLong(text(environment, "apps[0].agent-id")),
                text(environment, "apps[0].secret"),
                envelope(environment, "apps[0].", corpId),
                text(environment, "bots[0].id"),
                envelope(environment, "bots[0].", ""),
                text(environment, "robots[0].key"));
    }

    /// People's names by their ids. Reads the disk: blocking, for the start.
    static Map<String, String> people(String file) {
        String text = new Folder("deploy/demo/stand-in").read(file).getOrDefault(file, "{}");
        return new YAMLMapper().readValue(text, NAMES);
    }

    private static Envelope envelope(Environment environment, String of, String receiver) {
        return new Envelope(text(environment, of + "token"), receiver, text(environment, of + "encoding-aes-key"));
    }

    private static String text(Environment environment, String name) {
        return environment.getRequiredProperty(CORP + name);
    }
}
