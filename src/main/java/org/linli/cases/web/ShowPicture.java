package org.linli.cases.web;

import java.time.Duration;
import java.util.UUID;
import org.linli.cases.DeskCases;
import org.linli.cases.FindCases;
import org.linli.cases.Pictures;
import org.linli.platform.database.CommunityId;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Pictures that staff took, for those who see the case that they belong to.
@RestController
class ShowPicture {

    private final AtTheDesk desk;
    private final FindCases find;
    private final DeskCases cases;
    private final Pictures pictures;

    ShowPicture(AtTheDesk desk, FindCases find, DeskCases cases, Pictures pictures) {
        this.desk = desk;
        this.find = find;
        this.cases = cases;
        this.pictures = pictures;
    }

    /// Signals 404 where the case is not this person's to see, or no step of it has this picture.
    @GetMapping("/desk/cases/{number}/pictures/{id}")
    Mono<ResponseEntity<byte[]>> picture(@PathVariable String number, @PathVariable UUID id) {
        return desk.look()
                .filterWhen(look -> belongs(look, number, id))
                .flatMap(look -> pictures.find(look.map().id(), id))
                .map(ShowPicture::shown)
                .switchIfEmpty(Mono.error(AtTheDesk::notFound));
    }

    /// For residents who were sent the link, without signing in. Signals 404 where it leads to no picture of a result.
    @GetMapping("/pictures/{community}/{number}/{id}")
    Mono<ResponseEntity<byte[]>> shared(
            @PathVariable String community, @PathVariable String number, @PathVariable UUID id) {
        return pictures.shared(new CommunityId(community), number, id)
                .map(ShowPicture::shown)
                .switchIfEmpty(Mono.error(AtTheDesk::notFound));
    }

    private Mono<Boolean> belongs(AtTheDesk.Look look, String number, UUID id) {
        return find.file(look.map().id(), number)
                .filter(file -> look.sight().sees(file))
                .flatMapMany(file -> cases.history(look.map().id(), file.it().number()))
                .any(step -> step.pictures().contains(id.toString()));
    }

    private static ResponseEntity<byte[]> shown(Pictures.Picture it) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(it.mediaType()))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(30)).cachePrivate())
                .body(it.bytes());
    }
}
