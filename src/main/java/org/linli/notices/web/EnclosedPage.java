package org.linli.notices.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.linli.notices.Notice;
import org.linli.notices.enclosures.Enclosures;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import reactor.core.publisher.Mono;

/// Gives out what is enclosed in notices. Browsers show pictures; everything else they save and do not run.
@Controller
class EnclosedPage {

    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofDays(1)).cachePrivate();

    private final AtTheNotices desk;
    private final SaidNotices said;
    private final Enclosures enclosures;

    EnclosedPage(AtTheNotices desk, SaidNotices said, Enclosures enclosures) {
        this.desk = desk;
        this.said = said;
        this.enclosures = enclosures;
    }

    @GetMapping("/desk/notices/{id}/enclosed/{file}")
    Mono<ResponseEntity<byte[]>> staff(@PathVariable String id, @PathVariable String file) {
        return desk.member().flatMap(member -> desk.notice(member, id)).flatMap(it -> bytes(it, file));
    }

    @GetMapping("/notice/{community}/{id}/enclosed/{file}")
    Mono<ResponseEntity<byte[]>> everybody(
            @PathVariable String community, @PathVariable String id, @PathVariable String file) {
        return said.find(community, id).flatMap(it -> bytes(it, file));
    }

    /// What was taken out again is nobody's any more.
    private Mono<ResponseEntity<byte[]>> bytes(Notice notice, String file) {
        var enclosed = notice.enclosed();
        return enclosures
                .whole(notice.community(), notice.id(), file)
                .filter(_ ->
                        enclosed.pictures().contains(file) || enclosed.files().contains(file))
                .switchIfEmpty(Mono.error(AtTheNotices::notThere))
                .map(EnclosedPage::response);
    }

    private static ResponseEntity<byte[]> response(Enclosures.Whole it) {
        boolean shown = it.about().isPicture();
        var disposition = shown ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .cacheControl(KEPT)
                .contentType(shown ? MediaType.parseMediaType(it.about().type()) : MediaType.APPLICATION_OCTET_STREAM)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(
                        "Content-Disposition",
                        disposition
                                .filename(it.about().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(it.media().bytes());
    }
}
