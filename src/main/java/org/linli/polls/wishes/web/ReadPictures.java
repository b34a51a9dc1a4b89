package org.linli.polls.wishes.web;

import java.util.List;
import org.linli.cases.PictureKept;
import org.linli.channels.MediaFailure;
import org.linli.media.CleanUploads;
import org.linli.platform.database.CommunityId;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Reads the pictures that came with a form, freed of what they tell beside their pixels.
@Component
class ReadPictures {

    /// One of them is no picture, or too large.
    static final class NoPicture extends RuntimeException {
        NoPicture() {
            super("not a picture of ours", null, false, false);
        }
    }

    private final CleanUploads clean;

    ReadPictures(CleanUploads clean) {
        this.clean = clean;
    }

    /// In their order; what keeps them has to be committed. Never empty, the list may be. Signals [NoPicture].
    Mono<List<PictureKept>> read(CommunityId community, ProposalForm form) {
        return Flux.fromStream(form.chosen().limit(ProposalForm.MOST_PICTURES))
                .concatMap(it -> read(community, it))
                .collectList();
    }

    private Mono<PictureKept> read(CommunityId community, FilePart part) {
        return clean.picture(part)
                .map(media -> PictureKept.of(community, media))
                .onErrorMap(MediaFailure.class, _ -> new NoPicture())
                .switchIfEmpty(Mono.error(NoPicture::new));
    }
}
