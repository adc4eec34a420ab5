package io.keyarbor.ui.palette;

import io.keyarbor.vault.CredentialId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the palette finds. Each word that is typed must fit somewhere; the best fit is the first. A
 * longer text looks only through what the shorter one found, so 10,000 credentials are ranked
 * within a frame. For one thread.
 */
final class PaletteModel {
  /** So many are shown; who does not find it among these types another letter. */
  static final int SHOWN = 50;

  private static final int FAVOURITE = 4;

  private final Clock clock;
  private final Usage usage = new Usage();
  private final Fuzzy fuzzy = new Fuzzy();
  private PaletteIndex index = PaletteIndex.EMPTY;
  private int[] boosts = {};
  private List<Folded> words = List.of();
  private String query = "";
  private int[] found = {};
  private List<Candidate> hits = List.of();

  /** Nothing is to be found at first. */
  PaletteModel(Clock clock) {
    this.clock = clock;
  }

  /** Takes over what is looked through, and looks again for what was typed. */
  void load(PaletteIndex next) {
    index = next;
    weigh();
    String typed = query;
    restart();
    search(typed);
  }

  private void restart() {
    query = "";
    found = everything();
  }

  private int[] everything() {
    int[] everything = new int[index.size()];
    Arrays.setAll(everything, i -> i);
    return everything;
  }

  private void weigh() {
    Instant now = clock.instant();
    boosts = new int[index.size()];
    Arrays.setAll(boosts, i -> index.at(i).isFavourite() ? FAVOURITE : 0);
    for (CredentialId id : usage.recent()) {
      index.place(id).ifPresent(place -> boosts[place] += usage.boost(id, now));
    }
  }

  /** What is looked through now. */
  PaletteIndex index() {
    return index;
  }

  /**
   * Looks for {@code text}; an empty one finds what was taken lately, favourites, then the rest.
   */
  void search(String text) {
    String next = text.strip();
    if (!next.startsWith(query)) {
      restart();
    }
    query = next;
    words = words(next);
    hits = words.isEmpty() ? usual() : ranked();
  }

  private static List<Folded> words(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split("\\s+", -1))
            .map(Folded::of)
            .filter(w -> w.length() > 0)
            .toList();
  }

  /** Each as one number, so that sorting is quick: the score, and the place the other way round. */
  private List<Candidate> ranked() {
    long[] ranks = new long[found.length];
    int count = 0;
    for (int place : found) {
      int score = index.at(place).score(words, fuzzy);
      if (score != Fuzzy.NONE) {
        found[count] = place;
        ranks[count++] = (long) (score + boosts[place]) << Integer.SIZE | (index.size() - place);
      }
    }
    found = Arrays.copyOf(found, count);
    Arrays.sort(ranks, 0, count);
    List<Candidate> best = new ArrayList<>(Math.min(count, SHOWN));
    for (int i = count - 1; i >= 0 && best.size() < SHOWN; i--) {
      best.add(index.at(index.size() - (int) ranks[i]));
    }
    return best;
  }

  private List<Candidate> usual() {
    Set<Candidate> usual = new LinkedHashSet<>();
    usage.recent().forEach(id -> find(id).ifPresent(usual::add));
    usual.addAll(index.usual());
    return usual.stream().limit(SHOWN).toList();
  }

  /** The best, in order; at most {@value #SHOWN}. */
  List<Candidate> hits() {
    return hits;
  }

  /** How many there are, shown or not. */
  int count() {
    return found.length;
  }

  /** That credential as it is now. */
  Optional<Candidate> find(CredentialId id) {
    OptionalInt place = index.place(id);
    return place.isPresent() ? Optional.of(index.at(place.getAsInt())) : Optional.empty();
  }

  /** Remembers that a credential was taken. */
  void used(CredentialId id) {
    usage.used(id, clock.instant());
  }

  /** Which letters of a hit fit what was typed, by where they were found. */
  Marks marks(Candidate hit) {
    Set<Integer> name = new HashSet<>();
    Set<Integer> account = new HashSet<>();
    Set<Integer> service = new HashSet<>();
    Set<String> tags = new LinkedHashSet<>();
    for (Folded word : words) {
      hit.find(word, fuzzy)
          .ifPresent(f -> {
            int[] letters = fuzzy.places(word, f.folded());
            switch (f.part()) {
              case NAME -> Arrays.stream(letters).forEach(name::add);
              case ACCOUNT -> Arrays.stream(letters).forEach(account::add);
              case SERVICE -> Arrays.stream(letters).forEach(service::add);
              case TAG -> tags.add(f.shown());
            }
          });
    }
    return new Marks(name, account, service, List.copyOf(tags));
  }

  /**
   * Which letters to mark.
   *
   * @param tags those by which it was found
   */
  record Marks(Set<Integer> name, Set<Integer> account, Set<Integer> service, List<String> tags) {}

  /** Forgets all, what was taken too. */
  void forget() {
    usage.forget();
    words = List.of();
    query = "";
    load(PaletteIndex.EMPTY);
  }
}
