package org.linli.cases.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.linli.media.FindMedia;
import org.linli.platform.database.CommunityId;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Gives what a resident sent to a browser, in parts where it asks for parts. Only pictures, films and sounds are shown
/// by the browser itself; everything else is saved.
@Component
class GiveOut {

    private static final Set<String> SHOWN = Set.of("image", "video", "audio");

    private final FindMedia media;

    GiveOut(FindMedia media) {
        this.media = media;
    }

    /// Empty where it is not here. Whoever asks has made sure that it may be seen.
    Mono<ResponseEntity<Resource>> whole(CommunityId community, String id) {
        return media.whole(community, id).map(GiveOut::response);
    }

    /// The same, small. Empty for everything but pictures.
    Mono<ResponseEntity<Resource>> small(CommunityId community, String id) {
        return media.small(community, id).map(GiveOut::response);
    }

    private static ResponseEntity<Resource> response(FindMedia.Shown it) {
        var type = MediaType.parseMediaType(it.media().type());
        boolean shown = SHOWN.contains(type.getType());
        var disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(FileName.of(it.about()), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(shown ? type : MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate())
                .body(new ByteArrayResource(it.media().bytes()));
    }
}
