package org.linli.cases.web;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseAmounts;
import org.linli.cases.CaseFacts;
import org.linli.cases.DeskCases;
import org.linli.cases.DeskFilter;
import org.linli.cases.DeskPage;
import org.linli.cases.DeskPage.Cursor;
import org.linli.cases.SpokenTime;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Effects;
import org.linli.platform.words.Masked;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// The list as a spreadsheet, narrowed as on the page. Personal data stay masked.
@RestController
class DeskExport {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final int TOGETHER = 500;

    private final AtTheDesk desk;
    private final DeskCases cases;
    private final CaseAmounts amounts;
    private final Effects effects;

    DeskExport(AtTheDesk desk, DeskCases cases, CaseAmounts amounts, Effects effects) {
        this.desk = desk;
        this.cases = cases;
        this.amounts = amounts;
        this.effects = effects;
    }

    @GetMapping("/desk/cases.csv")
    Mono<ResponseEntity<byte[]>> csv(DeskAsked asked) {
        return unlessTooLong(
                asked.filter(), look -> sheet(look, asked.filter()).map(it -> download("cases.csv", CSV, it.csv())));
    }

    @GetMapping("/desk/cases.xlsx")
    Mono<ResponseEntity<byte[]>> xlsx(DeskAsked asked) {
        return unlessTooLong(
                asked.filter(),
                look -> sheet(look, asked.filter())
                        .flatMap(it -> Mono.fromCallable(it::xlsx).subscribeOn(Schedulers.boundedElastic()))
                        .map(it -> download("cases.xlsx", XLSX, it)));
    }

    /// What would be cut off is offered in another way, not cut off.
    private Mono<ResponseEntity<byte[]>> unlessTooLong(
            DeskFilter filter, Function<AtTheDesk.Look, Mono<ResponseEntity<byte[]>>> file) {
        return desk.look()
                .flatMap(look -> cases.isTooLong(look.sight(), filter)
                        .flatMap(tooLong -> tooLong ? Mono.just(elsewhere(filter)) : file.apply(look)));
    }

    private static ResponseEntity<byte[]> elsewhere(DeskFilter filter) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(DeskAddress.of(LongListPage.PATH, filter, Cursor.START)))
                .build();
    }

    private Mono<Spreadsheet> sheet(AtTheDesk.Look at, DeskFilter filter) {
        return Mono.just(at)
                .delayUntil(look -> effects.commit(List.of(noted(look, filter))))
                .flatMap(look -> cases.all(look.sight(), filter)
                        .buffer(TOGETHER)
                        .concatMap(rows -> cells(rows, look))
                        .collectList()
                        .map(rows -> new Spreadsheet(
                                List.of(look.words().say("export.head").split("\\|")), rows)));
    }

    private static Noted noted(AtTheDesk.Look look, DeskFilter filter) {
        return new Noted(
                look.map().id(), look.member().id(), Noted.Kind.EXPORTED, "cases", filter.narrowed(), look.now());
    }

    private Flux<List<Object>> cells(List<DeskPage.Row> rows, AtTheDesk.Look look) {
        return amounts.of(
                        look.map().id(),
                        rows.stream().map(row -> row.it().number()).toList())
                .flatMapIterable(known -> rows.stream()
                        .map(row -> cells(row, known.get(row.it().number()), look))
                        .toList());
    }

    private static List<Object> cells(DeskPage.Row row, @Nullable BigDecimal amount, AtTheDesk.Look look) {
        var it = row.it();
        CaseFacts facts = look.facts();
        return List.of(
                it.number(),
                look.words().label(it.problem().label()),
                facts.exactPlace(it.problem()),
                Masked.words(it.problem().words()),
                look.words().state(it.state()),
                facts.unit(it.care().unit()),
                SpokenTime.exactly(it.openedAt()),
                SpokenTime.exactly(it.care().dueAt()),
                it.resolvedAt() == null ? "" : SpokenTime.exactly(it.resolvedAt()),
                it.rating() == null ? "" : it.rating().stars(),
                row.supporters(),
                row.urged(),
                look.words().priority(it.care().priority()),
                amount == null ? "" : amount);
    }

    private static ResponseEntity<byte[]> download(String name, MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }
}
