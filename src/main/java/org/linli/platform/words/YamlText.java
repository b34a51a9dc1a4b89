package org.linli.platform.words;

import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JsonParser;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads YAML that people write. The library reads in pieces, and stumbles where a character of two halves, like an
/// emoji, lies across the end of one; so a text is one piece.
public final class YamlText {

    private YamlText() {}

    /// To be closed by whoever asked. Signals `JacksonException` while it is read.
    public static JsonParser parser(String text) {
        var settings = LoadSettings.builder().setBufferSize(text.length() + 2).build();
        return new YAMLMapper(YAMLFactory.builder().loadSettings(settings).build()).createParser(text);
    }
}
