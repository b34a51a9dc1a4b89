package org.linli.notices.joining;

import java.util.List;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// Who comes to an activity has changed, or for how many there is room. Of two who sign up at once, the second is
/// decided again.
///
/// @param activity as the decision knew it, with as many places as there are from now on
public record RegisterMoved(Activity activity, List<Entry> changed) implements Effect {

    public RegisterMoved {
        changed = List.copyOf(changed);
    }

    @Override
    public Object contested() {
        return "activity/" + activity.notice().community() + "/"
                + activity.notice().id();
    }

    @Override
    public CommunityId community() {
        return activity.notice().community();
    }
}
