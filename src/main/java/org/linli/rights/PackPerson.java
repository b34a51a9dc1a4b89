package org.linli.rights;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.linli.community.CommunityMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What somebody takes away: `data.json` for programs, `data.html` to read, and the files they sent.
@Component
public class PackPerson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String BYTES = "file";
    private static final String TYPE = "file_type";

    private record Packed(List<KeptOfPerson> kept, Map<String, byte[]> files) {}

    private final ReadablePage page;

    PackPerson(ReadablePage page) {
        this.page = page;
    }

    /// A `.zip`. Never empty.
    public Mono<byte[]> zip(List<KeptOfPerson> kept, CommunityMap map, Instant at) {
        return Mono.fromCallable(() -> packed(kept, map, at)).subscribeOn(Schedulers.boundedElastic());
    }

    private byte[] packed(List<KeptOfPerson> kept, CommunityMap map, Instant at) throws IOException {
        var apart = apart(kept);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            add(zip, "data.json", JSON.writeValueAsBytes(document(apart.kept(), map.name(), at)));
            add(zip, "data.html", page.of(apart.kept(), map, at).getBytes(StandardCharsets.UTF_8));
            for (var file : apart.files().entrySet()) {
                add(zip, file.getKey(), file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, Object> document(List<KeptOfPerson> kept, String community, Instant at) {
        var tables = new LinkedHashMap<String, Object>();
        kept.forEach(it -> tables.put(it.table(), it.rows()));
        var document = new LinkedHashMap<String, Object>();
        document.put("community", community);
        document.put("exported_at", at.toString());
        document.put("kept", tables);
        return document;
    }

    /// Bytes become files, and their rows name them.
    private static Packed apart(List<KeptOfPerson> kept) {
        var files = new LinkedHashMap<String, byte[]>();
        var rows = kept.stream()
                .map(it -> new KeptOfPerson(
                        it.table(),
                        it.rows().stream().map(row -> named(row, files)).toList()))
                .toList();
        return new Packed(rows, files);
    }

    private static Map<String, Object> named(Map<String, Object> row, Map<String, byte[]> files) {
        if (!(row.get(BYTES) instanceof String bytes)) {
            return row;
        }
        String name = "files/%d.%s".formatted(files.size() + 1, ending(String.valueOf(row.get(TYPE))));
        files.put(name, Base64.getMimeDecoder().decode(bytes));
        var changed = new LinkedHashMap<>(row);
        changed.put(BYTES, name);
        return changed;
    }

    private static String ending(String type) {
        var parts = new ArrayList<>(List.of(type.split("[/;+]")));
        String last = parts.size() < 2 ? "" : parts.get(1).replaceAll("[^A-Za-z0-9]", "");
        return last.isEmpty() ? "bin" : last.equals("jpeg") ? "jpg" : last;
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}
