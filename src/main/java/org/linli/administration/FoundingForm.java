package org.linli.administration;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.multipart.FilePart;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What makes a community: a file that describes it, otherwise what was typed.
///
/// @param prefix of the numbers of its cases, like `LM`
/// @param admin  the sign-in name of its first administrator
/// @param called their name
record FoundingForm(
        @Nullable FilePart file,
        @Nullable String id,
        @Nullable String name,
        @Nullable String street,
        @Nullable String prefix,
        @Nullable String admin,
        @Nullable String called) {

    static final String TYPED = "typed.yaml";

    boolean hasFile() {
        return file != null && !file.filename().isEmpty();
    }

    String fileName() {
        return hasFile() && file != null ? file.filename() : TYPED;
    }

    /// What was typed, as such a file: one desk, one administrator, no places yet.
    ///
    /// @param desk what its desk is called
    byte[] typed(String desk) {
        var community = new LinkedHashMap<String, String>();
        said(community, "id", id);
        said(community, "name", name);
        said(community, "street", street);
        said(community, "case-prefix", prefix);
        var member = new LinkedHashMap<String, String>();
        said(member, "id", admin);
        said(member, "name", called);
        member.put("role", "admin");
        member.put("unit", "desk");
        var file = new LinkedHashMap<String, Object>();
        file.put("community", community);
        file.put("units", List.of(Map.of("id", "desk", "kind", "desk", "name", desk)));
        file.put("staff", List.of(member));
        return new YAMLMapper().writeValueAsString(file).getBytes(StandardCharsets.UTF_8);
    }

    private static void said(Map<String, String> row, String column, @Nullable String typed) {
        if (typed != null && !typed.isBlank()) {
            row.put(column, typed.strip());
        }
    }

    @Override
    public String toString() {
        return "FoundingForm[]";
    }
}
