package org.linli.api;

import java.util.List;
import org.linli.cases.PictureKept;
import org.linli.channels.Media;
import org.linli.channels.MediaFailure;
import org.linli.media.CleanUploads;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// A picture in a call, Base64 in the field `picture`: as large, judged and cleaned as one that comes with a form of a
/// page. Nothing is kept of it yet.
@Component
class SentPicture {

    static final String FIELD = "picture";

    /// Of a body that may hold one.
    static final int MOST_BYTES = SentFile.inJson(CleanUploads.MOST_BYTES);

    private final CleanUploads clean;

    SentPicture(CleanUploads clean) {
        this.clean = clean;
    }

    /// Empty where there is none. Signals [Refusal] for what is no picture, and for one that is too large.
    Mono<Media> of(JsonNode json) {
        return isIn(json)
                ? clean.picture(SentFile.of(json, FIELD, MOST_BYTES))
                        .onErrorMap(MediaFailure.class, SentPicture::refusal)
                : Mono.empty();
    }

    /// For a case. Never empty; an empty list where there is none.
    Mono<List<PictureKept>> of(Client client, JsonNode json) {
        return of(json).map(it -> List.of(PictureKept.of(client.community(), it)))
                .defaultIfEmpty(List.of());
    }

    static boolean isIn(JsonNode json) {
        return json.hasNonNull(FIELD);
    }

    private static Refusal refusal(MediaFailure failure) {
        return Refusal.field(
                FIELD, failure.reason() == MediaFailure.Reason.TOO_LARGE ? "picture-large" : "picture-type");
    }
}
