/** The steps of the guided tour, in their order; their texts are `tour_<id>` and `tourDo_<id>`. */
export const tourSteps = ['today', 'customer', 'reply', 'segment'] as const;
export type TourStep = (typeof tourSteps)[number];
