package org.linli.notices.translations;

/// What a notice says in another language.
public record Translation(Language language, String title, String text) {

    /// Taken back: there is none any more.
    public boolean isEmpty() {
        return title.isEmpty() && text.isEmpty();
    }

    @Override
    public String toString() {
        return "Translation[" + language + "]";
    }
}
