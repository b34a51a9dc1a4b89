package org.linli.community.file;

import java.util.LinkedHashMap;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Writes a community as a file that can be changed and imported again. Residents are not in it.
public final class WriteYaml {

    private static final YAMLMapper YAML = new YAMLMapper();

    private WriteYaml() {}

    public static String of(CommunityMap map) {
        var file = new LinkedHashMap<String, Object>();
        file.put("community", head(map));
        file.putAll(Columns.of(map));
        return YAML.writeValueAsString(file);
    }

    static LinkedHashMap<String, Object> head(CommunityMap map) {
        var head = new LinkedHashMap<String, Object>();
        head.put("id", map.id().value());
        head.put("name", map.name());
        map.placesEver().stream()
                .filter(it -> it.kind() == Place.Kind.STREET)
                .findFirst()
                .ifPresent(it -> head.put("street", it.name()));
        head.put("case-prefix", map.casePrefix());
        return head;
    }
}
