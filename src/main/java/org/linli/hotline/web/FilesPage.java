package org.linli.hotline.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.hotline.Columns;
import org.linli.hotline.Fault;
import org.linli.hotline.Field;
import org.linli.hotline.Table;
import org.linli.hotline.TakeFile;
import org.linli.hotline.Uploads;
import org.linli.hotline.Wrong;
import org.linli.platform.bodies.WholeBody;
import org.linli.platform.words.Masked;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/// A hotline's spreadsheet: what its columns mean, its first rows, and whether it is taken. A file in which anything is
/// wrong is not taken at all.
@Controller
class FilesPage {

    private static final String PAGE = "hotline/file";
    private static final int FIRST_ROWS = 5;

    private record Read(Uploads.Upload upload, Table table, Columns columns) {}

    /// @param city  under whose name the columns are remembered
    record Put(@Nullable String city, @Nullable FilePart file) {

        String named() {
            return Uploads.city(city == null ? "" : city);
        }
    }

    private final AtTheHotline desk;
    private final Uploads uploads;
    private final TakeFile take;

    FilesPage(AtTheHotline desk, Uploads uploads, TakeFile take) {
        this.desk = desk;
        this.uploads = uploads;
        this.take = take;
    }

    @PostMapping("/desk/hotline/files")
    Mono<String> put(Put put, Model model) {
        return desk.look()
                .flatMap(look -> bytes(put.file())
                        .flatMap(bytes -> take.table(bytes).then(uploads.put(look.member(), put.named(), bytes)))
                        .map(id -> "redirect:/desk/hotline/files/" + id))
                .onErrorResume(Wrong.class, wrong -> refused(wrong, model));
    }

    @GetMapping("/desk/hotline/files/{id}")
    Mono<String> file(@PathVariable String id, Model model) {
        return read(id).doOnNext(it -> fill(it, faults(it), model))
                .thenReturn(PAGE)
                .onErrorResume(Wrong.class, wrong -> refused(wrong, model));
    }

    @PostMapping("/desk/hotline/files/{id}/columns")
    Mono<String> columns(@PathVariable String id, ChosenColumns chosen, Model model) {
        return desk.look()
                .flatMap(look -> read(id).flatMap(
                                it -> uploads.map(look.member(), it.upload().city(), chosen.columns())))
                .thenReturn("redirect:/desk/hotline/files/" + id)
                .onErrorResume(Wrong.class, wrong -> refused(wrong, model));
    }

    @PostMapping("/desk/hotline/files/{id}/take")
    Mono<String> take(@PathVariable String id, Model model) {
        return desk.look()
                .flatMap(look -> read(id).flatMap(it -> take.take(look.member(), it.table(), it.columns())
                        .delayUntil(_ -> uploads.forget(look.map().id(), id))
                        .doOnNext(tally -> model.addAttribute("tally", tally))
                        .thenReturn(PAGE)
                        .onErrorResume(Wrong.class, wrong -> {
                            fill(it, wrong.faults(), model);
                            return Mono.just(PAGE);
                        })))
                .onErrorResume(Wrong.class, wrong -> refused(wrong, model));
    }

    /// Signals 404 where the file is not there, or not any more.
    private Mono<Read> read(String id) {
        return desk.look()
                .flatMap(look -> uploads.find(look.map().id(), id)
                        .flatMap(upload -> take.table(upload.bytes())
                                .flatMap(table -> take.columns(look.map().id(), upload.city(), table)
                                        .map(columns -> new Read(upload, table, columns)))))
                .switchIfEmpty(Mono.error(AtTheHotline::notFound));
    }

    private static List<Fault> faults(Read it) {
        try {
            it.columns().orders(it.table());
            return List.of();
        } catch (Wrong wrong) {
            return wrong.faults();
        }
    }

    private static Mono<String> refused(Wrong wrong, Model model) {
        model.addAttribute("faults", wrong.faults());
        return Mono.just(PAGE);
    }

    private static void fill(Read it, List<Fault> faults, Model model) {
        model.addAttribute("id", it.upload().id());
        model.addAttribute("city", it.upload().city());
        model.addAttribute("head", it.table().head());
        model.addAttribute("heads", it.table().heads());
        model.addAttribute(
                "rows",
                it.table().rows().stream()
                        .limit(FIRST_ROWS)
                        .map(FilesPage::masked)
                        .toList());
        model.addAttribute("count", it.table().rows().size());
        model.addAttribute("fields", Field.values());
        Map<Field, String> chosen = it.columns().heads();
        model.addAttribute("chosen", chosen);
        model.addAttribute("faults", faults);
    }

    private static Table.Row masked(Table.Row row) {
        return new Table.Row(
                row.number(), row.cells().stream().map(Masked::words).toList());
    }

    private static Mono<byte[]> bytes(@Nullable FilePart file) {
        return file == null || file.filename().isEmpty()
                ? Mono.error(Wrong::nothing)
                : WholeBody.of(file.content(), Uploads.MOST_BYTES)
                        .onErrorMap(DataBufferLimitException.class, _ -> Wrong.nothing())
                        .switchIfEmpty(Mono.error(Wrong::nothing));
    }
}
