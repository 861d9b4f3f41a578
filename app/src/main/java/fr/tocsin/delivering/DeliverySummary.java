package fr.tocsin.delivering;

/// How the deliveries of one publication stand, counted, for lists.
public record DeliverySummary(int published, int moving, int needsPerson, int ended, int removed) {

    public static final DeliverySummary NONE = new DeliverySummary(0, 0, 0, 0, 0);
}
