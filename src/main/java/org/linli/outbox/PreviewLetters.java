package org.linli.outbox;

import java.util.List;
import org.linli.channels.Way;
import org.springframework.stereotype.Component;

/// How a letter would look, by each way that carries it: rendered, cut and dressed by the code that sends it.
@Component
public class PreviewLetters {

    /// @param way   the id
    /// @param parts the messages that it becomes, in their order
    /// @param shown how many pictures follow
    public record Preview(String way, List<Way.Look> parts, int shown) {

        public Preview {
            parts = List.copyOf(parts);
        }
    }

    private final Ways ways;
    private final RenderLetters render;

    PreviewLetters(Ways ways, RenderLetters render) {
        this.ways = ways;
        this.render = render;
    }

    /// In the order in which they are tried; empty where nothing carries it. Throws [LetterNotRendered].
    public List<Preview> of(Letter letter) {
        return ways.of(letter.community(), letter.to().channel()).stream()
                .filter(it -> it.carries(render.render(letter)))
                .map(it -> preview(it, letter))
                .toList();
    }

    private Preview preview(Way way, Letter letter) {
        boolean pictures = way.limits().pictures();
        var message = pictures ? render.showing(letter) : render.render(letter);
        var parts = SplitText.split(message, way.limits()).stream()
                .filter(it -> it.picture() == null)
                .map(way::look)
                .toList();
        return new Preview(way.id(), parts, message.pictures().size());
    }
}
