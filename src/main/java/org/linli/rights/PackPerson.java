package org.linli.rights;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.community.CommunityMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What somebody takes away: the files they sent, `data.json` for programs, and `data.html` to read.
@Component
public class PackPerson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String BYTES = "file";
    private static final String TYPE = "file_type";

    private final ReadablePage page;

    PackPerson(ReadablePage page) {
        this.page = page;
    }

    /// Whoever takes it closes it; one that nobody takes any more is closed with the process's garbage. Empty where
    /// nothing is kept.
    ///
    /// @param kept row by row, with files, of which one at a time is in memory
    public Mono<PackedFile> zip(Flux<KeptOfPerson> kept, CommunityMap map, Instant at) {
        return Mono.fromCallable(PackedFile::begin)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(zip -> filled(zip, kept, map, at)
                        .switchIfEmpty(closed(zip))
                        .onErrorResume(error -> closed(zip).then(Mono.error(error))));
    }

    private Mono<PackedFile> filled(PackedFile zip, Flux<KeptOfPerson> kept, CommunityMap map, Instant at) {
        return kept.concatMap(it -> withoutFiles(zip, it), 1)
                .collectList()
                .filter(all -> !all.isEmpty())
                .flatMap(all -> finished(zip, all, map, at));
    }

    /// Bytes become files, and their rows name them.
    private static Mono<KeptOfPerson> withoutFiles(PackedFile zip, KeptOfPerson it) {
        return Mono.fromCallable(() -> {
                    var rows = new ArrayList<Map<String, Object>>();
                    for (var row : it.rows()) {
                        rows.add(named(zip, row));
                    }
                    return new KeptOfPerson(it.table(), rows);
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static Map<String, Object> named(PackedFile zip, Map<String, Object> row) throws IOException {
        if (!(row.get(BYTES) instanceof String bytes)) {
            return row;
        }
        var changed = new LinkedHashMap<>(row);
        changed.put(BYTES, zip.addFile(Base64.getMimeDecoder().decode(bytes), ending(String.valueOf(row.get(TYPE)))));
        return changed;
    }

    private Mono<PackedFile> finished(PackedFile zip, List<KeptOfPerson> rows, CommunityMap map, Instant at) {
        return Mono.fromCallable(() -> {
                    var kept = together(rows);
                    zip.add("data.json", JSON.writeValueAsBytes(document(kept, map.name(), at)));
                    zip.add("data.html", page.of(kept, map, at).getBytes(StandardCharsets.UTF_8));
                    return zip.finished();
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    /// Empty, once it is closed.
    static Mono<PackedFile> closed(PackedFile zip) {
        return Mono.fromCallable(() -> {
                    zip.close();
                    return zip;
                })
                .subscribeOn(Schedulers.boundedElastic())
                .then(Mono.empty());
    }

    private static List<KeptOfPerson> together(List<KeptOfPerson> rows) {
        var byTable = new LinkedHashMap<String, List<Map<String, Object>>>();
        rows.forEach(it ->
                byTable.computeIfAbsent(it.table(), _ -> new ArrayList<>()).addAll(it.rows()));
        return byTable.entrySet().stream()
                .map(it -> new KeptOfPerson(it.getKey(), it.getValue()))
                .toList();
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

    private static String ending(String type) {
        var parts = List.of(type.split("[/;+]"));
        String last = parts.size() < 2 ? "" : parts.get(1).replaceAll("[^A-Za-z0-9]", "");
        return last.isEmpty() ? "bin" : last.equals("jpeg") ? "jpg" : last;
    }
}
