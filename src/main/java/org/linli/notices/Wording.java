package org.linli.notices;

/// What a notice says.
///
/// @param title one line
/// @param brief what chats say, where the whole can be read behind a link; empty: the text
/// @param text  lines; empty ones between paragraphs
public record Wording(Kind kind, Importance importance, String title, String brief, String text) {

    /// The same words for chats and for reading.
    public Wording(Kind kind, Importance importance, String title, String text) {
        this(kind, importance, title, "", text);
    }

    /// @param linked whether the whole text is a tap away
    public String inChat(boolean linked) {
        return linked && !brief.isEmpty() ? brief : text;
    }

    @Override
    public String toString() {
        return "Wording[" + kind + ", " + importance + "]";
    }
}
