package org.linli.cases.web;

import java.time.Duration;
import java.util.UUID;
import org.linli.cases.Pictures;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Pictures that staff took. Whoever knows the id has seen the case.
@RestController
class ShowPicture {

    private final AtTheDesk desk;
    private final Pictures pictures;

    ShowPicture(AtTheDesk desk, Pictures pictures) {
        this.desk = desk;
        this.pictures = pictures;
    }

    @GetMapping("/desk/pictures/{id}")
    Mono<ResponseEntity<byte[]>> picture(@PathVariable UUID id) {
        return desk.look()
                .flatMap(look -> pictures.find(look.map().id(), id))
                .map(it -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(it.mediaType()))
                        .cacheControl(CacheControl.maxAge(Duration.ofDays(30)).cachePrivate())
                        .body(it.bytes()))
                .switchIfEmpty(Mono.error(AtTheDesk::notFound));
    }
}
