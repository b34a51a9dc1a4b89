package org.linli.hotline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseFacts;
import org.linli.cases.CaseWords;
import org.linli.cases.DeskCases;
import org.linli.cases.FindCases;
import org.linli.cases.Pictures;
import org.linli.cases.SpokenTime;
import org.linli.community.CommunityMap;
import org.linli.platform.words.Masked;
import org.linli.platform.words.WordFile;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// The way back: a spreadsheet of the orders that cases answer, with the pictures of their results beside it, in one
/// `.zip`. Words stay masked.
@Component
public class ExportOrders {

    private static final int MOST = 1_000;
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    /// One row with its pictures.
    private record Answered(List<String> cells, Map<String, byte[]> pictures) {}

    private final Orders orders;
    private final FindCases cases;
    private final DeskCases histories;
    private final Pictures pictures;
    private final CaseWords words;
    private final WordFile own = WordFile.of("templates/messages", "hotline.properties");

    ExportOrders(Orders orders, FindCases cases, DeskCases histories, Pictures pictures, CaseWords words) {
        this.orders = orders;
        this.cases = cases;
        this.histories = histories;
        this.pictures = pictures;
        this.words = words;
    }

    /// The latest thousand. Never empty.
    public Mono<byte[]> zip(CommunityMap map, Instant now) {
        var facts = new CaseFacts(map, words, now);
        return orders.settled(map.id(), MOST)
                .concatMap(it -> answered(map, it, facts))
                .collectList()
                .flatMap(rows -> Mono.fromCallable(() -> pack(rows)).subscribeOn(Schedulers.boundedElastic()));
    }

    private Mono<Answered> answered(CommunityMap map, Orders.Known known, CaseFacts facts) {
        String number = String.valueOf(known.caseNumber());
        return cases.file(map.id(), number)
                .flatMap(file -> histories
                        .history(map.id(), number)
                        .collectList()
                        .map(history -> Evidence.of(file.it(), history)))
                .flatMap(evidence -> shown(map, known, evidence).map(found -> row(known.it(), evidence, found, facts)));
    }

    private Mono<Map<String, byte[]>> shown(CommunityMap map, Orders.Known known, Evidence evidence) {
        String name = fileName(known.it().number());
        return Flux.fromIterable(evidence.pictures())
                .concatMap(id -> pictures.find(map.id(), UUID.fromString(id)))
                .index((at, it) -> Map.entry("pictures/%s-%d.%s".formatted(name, at + 1, ending(it)), it.bytes()))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue, LinkedHashMap::new);
    }

    /// Of its own for each number.
    private static String fileName(String number) {
        String plain = number.replaceAll("[^0-9A-Za-z_-]", "_");
        return plain.equals(number) ? plain : plain + "-" + Integer.toHexString(number.hashCode());
    }

    private static String ending(Pictures.Picture it) {
        return switch (it.mediaType()) {
            case "image/png" -> "png";
            case "image/webp" -> "webp";
            default -> "jpg";
        };
    }

    private Answered row(WorkOrder order, Evidence evidence, Map<String, byte[]> found, CaseFacts facts) {
        var it = evidence.it();
        return new Answered(
                List.of(
                        order.number(),
                        it.number(),
                        words.state(it.state()),
                        facts.unit(it.care().unit()),
                        time(order.dueAt()),
                        time(it.care().dueAt()),
                        time(it.resolvedAt()),
                        Masked.words(evidence.answer()),
                        it.rating() == null ? "" : Integer.toString(it.rating().stars()),
                        String.join("; ", found.keySet())),
                found);
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "" : SpokenTime.exactly(at);
    }

    private byte[] pack(List<Answered> rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, "orders.xlsx", sheet(rows));
            long size = 0;
            for (Answered row : rows) {
                for (var picture : row.pictures().entrySet()) {
                    size += picture.getValue().length;
                    if (size <= MOST_BYTES) {
                        put(zip, picture.getKey(), picture.getValue());
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private byte[] sheet(List<Answered> rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Linli", "1.0")) {
            var sheet = book.newWorksheet("orders");
            var lines = new ArrayList<List<String>>();
            lines.add(List.of(own.find("hotline.export.head").orElse("").split("\\|")));
            rows.forEach(it -> lines.add(it.cells()));
            for (int row = 0; row < lines.size(); row++) {
                for (int column = 0; column < lines.get(row).size(); column++) {
                    sheet.value(row, column, lines.get(row).get(column).replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", ""));
                }
            }
            sheet.freezePane(0, 1);
        }
        return bytes.toByteArray();
    }
}
