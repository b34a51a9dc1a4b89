package org.linli.notices.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.community.StaffMember;
import org.linli.notices.Notice;
import org.linli.notices.translations.Language;
import org.linli.notices.translations.Translation;
import org.linli.notices.writing.AddToNotice;
import org.linli.notices.writing.HandleNotices.Result;
import org.linli.platform.bodies.WholeBody;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/// Puts pictures, documents and translations beside a draft.
@Controller
class AdditionsPage {

    /// @param file `null` or without a name where none was chosen
    record Put(@Nullable FilePart file) {}

    /// @param language as the browser names it
    record Said(
            @Nullable String language,
            @Nullable String title,
            @Nullable String text) {

        @Override
        public String toString() {
            return "Said[]";
        }
    }

    private final AtTheNotices desk;
    private final AddToNotice add;

    AdditionsPage(AtTheNotices desk, AddToNotice add) {
        this.desk = desk;
        this.add = add;
    }

    @PostMapping("/desk/notices/{id}/enclosed")
    Mono<String> enclose(@PathVariable String id, Put put) {
        return desk.member().flatMap(member -> desk.notice(member, id).flatMap(it -> enclosed(member, it, put.file())));
    }

    private Mono<String> enclosed(StaffMember member, Notice notice, @Nullable FilePart file) {
        return file == null || file.filename().isEmpty()
                ? Mono.just(NoticePage.answered(notice, new Result.Declined("enclosed-none")))
                : WholeBody.of(file.content(), AddToNotice.MOST_BYTES)
                        .defaultIfEmpty(new byte[0])
                        .flatMap(bytes -> add.enclose(member, notice, UUID.randomUUID(), file.filename(), bytes))
                        .onErrorReturn(DataBufferLimitException.class, new Result.Declined("enclosed-large"))
                        .map(result -> NoticePage.answered(notice, result));
    }

    @PostMapping("/desk/notices/{id}/enclosed/{file}/out")
    Mono<String> takeOut(@PathVariable String id, @PathVariable String file) {
        return desk.member()
                .flatMap(member -> desk.notice(member, id)
                        .flatMap(it -> add.takeOut(member, it, file).map(result -> NoticePage.answered(it, result))));
    }

    /// Without title and text the language is taken away.
    @PostMapping("/desk/notices/{id}/translations")
    Mono<String> translate(@PathVariable String id, Said said) {
        return desk.member()
                .flatMap(member -> desk.notice(member, id)
                        .flatMap(it -> Mono.justOrEmpty(Language.of(NoticeForm.said(said.language())))
                                .map(language -> new Translation(
                                        language, NoticeForm.said(said.title()), NoticeForm.said(said.text())))
                                .flatMap(as -> add.translate(member, it, as))
                                .map(result -> NoticePage.answered(it, result))))
                .switchIfEmpty(Mono.error(AtTheNotices::notThere));
    }
}
