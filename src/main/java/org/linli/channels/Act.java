package org.linli.channels;

import java.util.Optional;

/// What somebody does that a platform takes as leave to write to them.
public enum Act {
    /// They wrote or showed something.
    MESSAGE,
    /// They tapped an entry of the menu, or of one that we sent.
    MENU,
    /// They began to follow.
    FOLLOW,
    /// They scanned one of our codes.
    SCAN,
    /// They left: whatever was open is closed.
    LEAVE;

    /// Empty where the platform speaks, not the person; also for what we do not know, since it might be that.
    public static Optional<Act> of(Content content) {
        return switch (content) {
            case Content.Text text -> Optional.of(text.wasTapped() ? MENU : MESSAGE);
            case Content.Picture _,
                    Content.Voice _,
                    Content.Video _,
                    Content.File _,
                    Content.Position _,
                    Content.Link _ -> Optional.of(MESSAGE);
            case Content.Tapped _ -> Optional.of(MENU);
            case Content.Followed _ -> Optional.of(FOLLOW);
            case Content.Scanned _ -> Optional.of(SCAN);
            case Content.Left _ -> Optional.of(LEAVE);
            case Content.Permits _, Content.Delivered _, Content.Unknown _ -> Optional.empty();
        };
    }
}
