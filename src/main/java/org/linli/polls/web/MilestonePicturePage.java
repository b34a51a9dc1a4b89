package org.linli.polls.web;

import java.time.Duration;
import java.util.UUID;
import org.linli.channels.Media;
import org.linli.platform.database.CommunityId;
import org.linli.polls.rounds.FindRounds;
import org.linli.polls.works.MilestonePictures;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// Pictures of what is carried out, for everybody who reads the round's page.
@RestController
class MilestonePicturePage {

    private final FindRounds find;
    private final MilestonePictures pictures;

    MilestonePicturePage(FindRounds find, MilestonePictures pictures) {
        this.find = find;
        this.pictures = pictures;
    }

    @GetMapping("/polls/{community}/round/{number:\\d{1,6}}/pictures/{id}")
    Mono<ResponseEntity<byte[]>> picture(
            @PathVariable String community, @PathVariable int number, @PathVariable UUID id) {
        return find.numbered(new CommunityId(community), number)
                .flatMap(round -> pictures.one(round, id))
                .map(MilestonePicturePage::shown)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static ResponseEntity<byte[]> shown(Media it) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(it.type()))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(30)).cachePublic())
                .body(it.bytes());
    }
}
