package org.linli.notices.enclosures;

import java.util.regex.Pattern;
import org.linli.channels.Media;
import org.linli.channels.ShownPictures;
import org.linli.platform.database.CommunityId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Gives notices' pictures to the letters that show them.
@Component
class ShowEnclosed implements ShownPictures {

    private static final Pattern OURS = Pattern.compile("notice-([0-9a-f-]{36})-([0-9a-f-]{36})");

    private final Enclosures enclosures;

    ShowEnclosed(Enclosures enclosures) {
        this.enclosures = enclosures;
    }

    @Override
    public Mono<Media> find(CommunityId community, String id) {
        var ours = OURS.matcher(id);
        return ours.matches()
                ? enclosures
                        .whole(community, ours.group(1), ours.group(2))
                        .filter(it -> it.about().isPicture())
                        .map(Enclosures.Whole::media)
                : Mono.empty();
    }
}
