package org.linli.cases;

import java.util.UUID;
import org.linli.channels.Media;
import org.linli.channels.ShownPictures;
import org.linli.platform.database.CommunityId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Gives the pictures that staff took to letters that show them.
@Component
class ShowCasePictures implements ShownPictures {

    private final Pictures pictures;

    ShowCasePictures(Pictures pictures) {
        this.pictures = pictures;
    }

    @Override
    public Mono<Media> find(CommunityId community, String id) {
        return PictureLinks.isKeptHere(id)
                ? pictures.find(community, UUID.fromString(id)).map(it -> new Media(it.mediaType(), it.bytes()))
                : Mono.empty();
    }
}
