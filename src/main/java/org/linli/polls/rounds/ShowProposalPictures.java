package org.linli.polls.rounds;

import java.util.UUID;
import java.util.regex.Pattern;
import org.linli.cases.Pictures;
import org.linli.channels.Media;
import org.linli.media.FindMedia;
import org.linli.media.MediaSent;
import org.linli.platform.database.CommunityId;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// What was sent with a proposal, uploaded or in a talk. Who may see it is asked before.
@Service
public class ShowProposalPictures {

    private static final Pattern UPLOADED = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final FindMedia media;
    private final Pictures pictures;

    ShowProposalPictures(FindMedia media, Pictures pictures) {
        this.media = media;
        this.pictures = pictures;
    }

    /// Empty where there is none (any more).
    ///
    /// @param place among those of the proposal, from 0
    public Mono<Media> of(Proposal it, int place) {
        return Mono.just(it.pictures())
                .filter(all -> place >= 0 && place < all.size())
                .flatMap(all -> bytes(it.community(), all.get(place)));
    }

    private Mono<Media> bytes(CommunityId community, String id) {
        if (UPLOADED.matcher(id).matches()) {
            return pictures.find(community, UUID.fromString(id)).map(it -> new Media(it.mediaType(), it.bytes()));
        }
        return MediaSent.isId(id) ? media.small(community, id).map(FindMedia.Shown::media) : Mono.empty();
    }
}
